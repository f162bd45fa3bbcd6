package gclink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A JSON document as the XML that says the same, member by member.
 *
 * There is no JSON Schema in this implementation: what JSON alone can get wrong (arrays, kinds of value, unknown
 * members) is found on the way, against the class tables of the XML Schema; values are judged by the schema afterwards.
 */
final class JsonForm {
    private final ClassTable table;
    final List<Finding> findings = new ArrayList<>();
    private Document document;

    JsonForm(ClassTable table) {
        this.table = table;
    }

    /** Return the XML of a document, or null where it has no class; faults are in {@link #findings}. */
    Document convert(Object tree) {
        if (!(tree instanceof Map<?, ?> object)) return refuse("GCL-COR-048", "", "a document is an object");
        if (!object.containsKey("type")) return refuse("GCL-COR-001", "", "the document has no type");
        Object type = object.get("type");
        if (!(type instanceof String name) || !table.isDocument(name)) {
            return refuse(type == null ? "GCL-COR-002" : "GCL-COR-048", "/type", "no class of documents: " + type);
        }
        if (object.containsKey("@context") && !Artefacts.CONTEXT.equals(object.get("@context"))) {
            fault("GCL-COR-002", "/@context", "the context is not that of the standard");
        }
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException error) {
            throw new IllegalStateException(error);
        }
        Element root = document.createElementNS(Artefacts.GCL, name);
        document.appendChild(root);
        members(root, object, name, "", true);
        return document;
    }

    private void members(Element parent, Map<?, ?> object, String type, String place, boolean isRoot) {
        Map<String, ClassTable.Member> members = table.members(type);
        for (Object key : object.keySet()) {
            boolean known = members.containsKey(key) || key.equals("type") || (isRoot && key.equals("@context"));
            if (!known) fault("GCL-COR-002", Tree.pointer(place, key), "there is no member " + key);
        }
        for (ClassTable.Member member : members.values()) {
            if (!object.containsKey(member.name())) continue;
            String here = Tree.pointer(place, member.name());
            Object value = object.get(member.name());
            if (value == null) {
                fault("GCL-COR-002", here, "null is no value");
            } else if (member.many() != value instanceof List) {
                fault("GCL-COR-047", here, member.many() ? "an array is due" : "one value is due");
            } else if (value instanceof List<?> items) {
                if (items.isEmpty()) fault("GCL-COR-002", here, "an empty array");
                for (int index = 0; index < items.size(); index++) {
                    value(parent, member, items.get(index), Tree.pointer(here, index));
                }
            } else {
                value(parent, member, value, here);
            }
        }
    }

    private void value(Element parent, ClassTable.Member member, Object value, String place) {
        if (value == null) {
            fault("GCL-COR-002", place, "null is no value");
        } else if (member.type().equals("LocalizedText")) {
            texts(parent, member, value, place);
        } else if (table.isObject(member.type())) {
            if (!(value instanceof Map<?, ?> object)) {
                kind(member, place, "an object is due");
            } else if (!table.classOf(member.type()).equals(object.get("type"))) {
                fault("GCL-COR-048", place, "the class here is " + table.classOf(member.type()));
            } else {
                members(append(parent, member), object, member.type(), place, false);
            }
        } else {
            scalar(parent, member, value, place);
        }
    }

    private void texts(Element parent, ClassTable.Member member, Object value, String place) {
        if (!(value instanceof Map<?, ?> texts)) {
            kind(member, place, "texts by language are due");
            return;
        }
        if (texts.isEmpty()) fault("GCL-COR-008", place, "at least one language is due");
        texts.forEach((language, text) -> {
            String here = Tree.pointer(place, language);
            if (text instanceof String string) {
                Element element = append(parent, member);
                element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", (String) language);
                element.setTextContent(string);
                if (!Texts.collapsed((String) language).equals(language)) fault("GCL-COR-008", here, "blanks in the tag");
            } else if (text == null) {
                fault("GCL-COR-002", here, "null is no value");
            } else {
                kind(member, here, "a text is due");
            }
        });
    }

    private void scalar(Element parent, ClassTable.Member member, Object value, String place) {
        String builtIn = table.builtIn(member.type());
        boolean fits = switch (builtIn) {
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof JsonText.Lexeme number && number.isPlain();
            default -> value instanceof String;
        };
        if (!fits) {
            kind(member, place, "another kind of value is due");
            return;
        }
        String text = value instanceof JsonText.Lexeme number ? number.text() : value.toString();
        // XML Schema would drop such blanks; in JSON they belong to the value, and make it a wrong one.
        if (!builtIn.equals("string") && !Texts.collapsed(text).equals(text)) {
            var requirements = member.requirements();
            fault(requirements.getOrDefault("pattern", requirements.getOrDefault("enum", "GCL-COR-048")), place, "blanks");
        }
        append(parent, member).setTextContent(text);
    }

    private Element append(Element parent, ClassTable.Member member) {
        return (Element) parent.appendChild(document.createElementNS(Artefacts.GCL, member.name()));
    }

    private void kind(ClassTable.Member member, String place, String message) {
        fault(member.requirements().getOrDefault("type", "GCL-COR-048"), place, message);
    }

    private void fault(String requirement, String place, String message) {
        String kind = switch (requirement) {
            case "GCL-COR-002" -> "closed";
            case "GCL-COR-047" -> "cardinality";
            default -> "type";
        };
        findings.add(Finding.violation(requirement, place, message, kind));
    }

    private Document refuse(String requirement, String place, String message) {
        fault(requirement, place, message);
        return null;
    }
}
