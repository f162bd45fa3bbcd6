package gclink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The canonical tree of the document at a node, and the place of every node in it.
 *
 * It is also asked about documents that are wrong, to say where: it takes what there is, and never throws.
 */
final class RdfForm {
    private final ClassTable table;
    private final Model model;
    private final Map<Object, RDFNode> nodes = new IdentityHashMap<>();
    private final Map<RDFNode, String> places = new HashMap<>();
    private final Map<RDFNode, Object> objects = new HashMap<>();
    final Map<String, Object> tree;

    RdfForm(ClassTable table, Model model, Resource root) {
        this.table = table;
        this.model = model;
        tree = object(root, List.of());
        place(tree, "");
        if (root.isURIResource()) tree.put("id", root.getURI());
    }

    /** The place of a finding about a member (or null) of a node, and one of its values (or null); null if elsewhere. */
    String place(RDFNode node, String member, RDFNode value, String kind) {
        String holder = places.get(node);
        if (holder == null || member == null) return holder;
        String here = Tree.pointer(holder, member);
        String ofValue = value == null ? null : places.get(value);
        if (kind.equals("type") && ofValue != null && ofValue.startsWith(here)) return ofValue;
        if (value != null && value.isLiteral() && !value.asLiteral().getLanguage().isEmpty()) {
            return Tree.pointer(here, value.asLiteral().getLanguage());
        }
        Object held = objects.get(node) instanceof Map<?, ?> object ? object.get(member) : null;
        if (held instanceof List<?> items && value != null && !kind.equals("cardinality")) {
            for (int index = 0; index < items.size(); index++) {
                if (isValue(items.get(index), value, kind)) return inner(Tree.pointer(here, index), items.get(index), kind);
            }
        }
        return inner(here, held, kind);
    }

    private static boolean isValue(Object item, RDFNode value, String kind) {
        if (item instanceof Map<?, ?> object) {
            return isValue(kind.equals("unit") || kind.equals("scheme") ? object.get(kind) : object.get("@value"), value, "");
        }
        String text = value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString();
        return item != null && (item.equals(text) || text.startsWith(Artefacts.GCL) && item.equals(code(text)));
    }

    /** Bounds and units of a quantity are told at its value and its unit. */
    private static String inner(String here, Object held, String kind) {
        return switch (kind) {
            case "unit", "scheme" -> Tree.pointer(here, kind);
            case "min", "max" -> held instanceof Map<?, ?> object
                    ? Tree.pointer(here, "Money".equals(object.get("type")) ? "amount" : "value") : here;
            default -> here;
        };
    }

    private Map<String, Object> object(Resource node, List<RDFNode> above) {
        var made = new LinkedHashMap<String, Object>();
        nodes.put(made, node);
        objects.put(node, made);
        String type = node.hasProperty(RDF.type) ? node.getProperty(RDF.type).getObject().toString() : "";
        String name = type.startsWith(Artefacts.GCL) ? type.substring(Artefacts.GCL.length()) : "";
        made.put("type", name);
        if (!table.isObject(name) || above.contains(node)) return made;
        var inside = new ArrayList<>(above);
        inside.add(node);
        for (ClassTable.Member member : table.members(name).values()) {
            List<RDFNode> terms = model.listObjectsOfProperty(node, ResourceFactory.createProperty(Artefacts.GCL, member.name())).toList();
            if (terms.isEmpty()) continue;
            if (member.type().equals("LocalizedText")) {
                var texts = new LinkedHashMap<String, Object>();
                for (RDFNode term : terms) {
                    if (term.isLiteral()) texts.put(term.asLiteral().getLanguage(), term.asLiteral().getLexicalForm());
                }
                made.put(member.name(), texts);
            } else {
                List<Object> values = terms.stream().map(term -> value(member, term, inside)).toList();
                made.put(member.name(), member.many() ? Canonical.ordered(values) : values.size() > 1 ? values : values.get(0));
            }
        }
        return made;
    }

    private Object value(ClassTable.Member member, RDFNode term, List<RDFNode> above) {
        boolean iri = member.type().equals("Iri") || member.type().equals("Reference");
        if (table.isObject(member.type()) && term.isAnon()) return object(term.asResource(), above);
        if (term.isResource()) {
            String text = term.toString();
            return !iri && !table.isObject(member.type()) && text.startsWith(Artefacts.GCL) ? code(text) : text;
        }
        String text = term.asLiteral().getLexicalForm();
        if (iri || table.isObject(member.type())) return Map.of("@value", text);
        return switch (table.builtIn(member.type())) {
            case "integer" -> new JsonText.Lexeme(text);
            case "boolean" -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            default -> text;
        };
    }

    /** A code is what follows the name of its list; a code may hold a slash itself (30/360). */
    private static String code(String iri) {
        return iri.substring(iri.indexOf('/', Artefacts.GCL.length()) + 1);
    }

    private void place(Object value, String here) {
        if (nodes.containsKey(value)) places.put(nodes.get(value), here);
        if (value instanceof Map<?, ?> object) object.forEach((name, item) -> place(item, Tree.pointer(here, name)));
        if (value instanceof List<?> items) {
            for (int index = 0; index < items.size(); index++) place(items.get(index), Tree.pointer(here, index));
        }
    }
}
