package gclink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The canonical tree of an XML document, and the place of each element in it.
 *
 * The tree shows what XML Schema 1.0 cannot compare: equal items, a language given twice, texts that are not NFC.
 */
final class XmlForm {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final ClassTable table;
    private final Map<Node, String> places = new HashMap<>();
    private final Map<Node, ClassTable.Member> members = new HashMap<>();
    private final Map<Node, String> types = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();
    /** The content of the document (of the last, in a Bundle), empty where the root is no class. */
    Map<String, Object> tree = Map.of();

    XmlForm(ClassTable table, Document document) {
        this.table = table;
        Element root = document.getDocumentElement();
        for (Element one : root.getLocalName().equals("Bundle") ? children(root) : List.of(root)) {
            if (!table.isDocument(one.getLocalName())) continue;
            tree = object(one, one.getLocalName(), "");
            findings.addAll(Tree.texts(tree, ""));
        }
        attributes(root, root);
    }

    String place(Node node) {
        return places.getOrDefault(node, "");
    }

    ClassTable.Member member(Node node) {
        return members.get(node);
    }

    /** The type that an element was read as, or null for a value. */
    String type(Node node) {
        return types.get(node);
    }

    static List<Element> children(Node parent) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) found.add(element);
        }
        return found;
    }

    private Map<String, Object> object(Element element, String type, String place) {
        places.put(element, place);
        types.put(element, type);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", table.classOf(type));
        for (Element child : children(element)) {
            ClassTable.Member member = table.members(type).get(child.getLocalName());
            String here = Tree.pointer(place, child.getLocalName());
            places.put(child, here);
            if (member == null) continue;
            members.put(child, member);
            if (member.type().equals("LocalizedText")) {
                language(tree, child, member, here);
            } else if (member.many()) {
                @SuppressWarnings("unchecked")
                var items = (List<Object>) tree.computeIfAbsent(member.name(), name -> new ArrayList<>());
                items.add(value(child, member, Tree.pointer(here, items.size())));
            } else {
                tree.put(member.name(), value(child, member, here));
            }
        }
        for (ClassTable.Member member : table.members(type).values()) {
            if (member.requirements().containsKey("unique") && tree.get(member.name()) instanceof List<?> items) {
                findings.addAll(Tree.repeats(items, Tree.pointer(place, member.name())));
            }
        }
        return tree;
    }

    private void language(Map<String, Object> tree, Element child, ClassTable.Member member, String here) {
        @SuppressWarnings("unchecked")
        var texts = (Map<String, Object>) tree.computeIfAbsent(member.name(), name -> new LinkedHashMap<>());
        String language = child.getAttributeNS(XML, "lang");
        places.put(child, child.hasAttributeNS(XML, "lang") ? Tree.pointer(here, language) : here);
        if (texts.put(language, child.getTextContent()) != null) {
            findings.add(Finding.violation("GCL-COR-008", Tree.pointer(here, language), "a language twice"));
        }
    }

    private Object value(Element element, ClassTable.Member member, String place) {
        places.put(element, place);
        if (table.isObject(member.type())) return object(element, member.type(), place);
        String text = element.getTextContent();
        return switch (table.builtIn(member.type())) {
            case "string" -> text;
            case "integer" -> new JsonText.Lexeme(Texts.collapsed(text));
            case "boolean" -> Texts.collapsed(text).equals("true");
            default -> Texts.collapsed(text);
        };
    }

    /** XML Schema admits its own attributes everywhere; of those only a schema location at the root is left alone. */
    private void attributes(Element element, Element root) {
        var all = element.getAttributes();
        for (int index = 0; index < all.getLength(); index++) {
            var attribute = (Attr) all.item(index);
            String space = attribute.getNamespaceURI();
            String name = attribute.getLocalName();
            boolean declaration = "http://www.w3.org/2000/xmlns/".equals(space);
            boolean hint = element == root && XSI.equals(space) && name.matches("(noNamespaceS|s)chemaLocation");
            boolean language = XML.equals(space) && name.equals("lang");
            if (!declaration && !hint && !language) {
                findings.add(Finding.violation("GCL-COR-002", place(element), "the attribute " + attribute.getName()));
            }
        }
        for (Element child : children(element)) attributes(child, root);
    }
}
