package gclink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The classes of the standard as the XML Schema states them: members in order, arrays, types, requirements. */
final class ClassTable {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";

    /** A member: its name, the named type of its value, how often, and the requirement for each kind of fault. */
    record Member(String name, String type, boolean required, boolean many, Map<String, String> requirements) {}

    private final Map<String, Element> complex = new HashMap<>();
    private final Map<String, Element> simple = new HashMap<>();
    private final Map<String, LinkedHashMap<String, Member>> members = new HashMap<>();
    private final List<String> documents = new ArrayList<>();

    ClassTable() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document schema = factory.newDocumentBuilder().parse(Artefacts.path("schemas", "xsd", "gclink.xsd").toFile());
            for (Element top : children(schema.getDocumentElement(), null)) {
                String name = top.getAttribute("name");
                switch (top.getLocalName()) {
                    case "complexType" -> complex.put(name, top);
                    case "simpleType" -> simple.put(name, top);
                    case "element" -> documents.add(name);
                    default -> { }
                }
            }
        } catch (Exception error) {
            throw new IllegalStateException("the XML Schema cannot be read: " + error.getMessage(), error);
        }
        documents.removeIf(name -> !complex.containsKey(name));
    }

    boolean isDocument(String name) {
        return documents.contains(name);
    }

    List<String> documents() {
        return documents;
    }

    boolean isObject(String type) {
        return complex.containsKey(type) && !type.equals("LocalizedText");
    }

    /** The class behind a type: a restriction of Quantity is a Quantity. */
    String classOf(String type) {
        Element restriction = first(first(complex.get(type), "complexContent"), "restriction");
        return restriction == null ? type : classOf(restriction.getAttribute("base"));
    }

    /** The built-in type behind a simple type, without prefix: string, decimal, integer, boolean, date, token... */
    String builtIn(String type) {
        Element of = simple.get(type);
        return of == null ? type.replaceFirst("^xs:", "") : builtIn(first(of, "restriction").getAttribute("base"));
    }

    /** Whether a value is a code of the list that a type narrows: such a code is no unknown one. */
    boolean isCodeOfList(String type, String value) {
        Element list = simple.containsKey(type) ? simple.get(first(simple.get(type), "restriction").getAttribute("base")) : null;
        return list != null && children(first(list, "restriction"), "enumeration").stream()
                .anyMatch(code -> code.getAttribute("value").equals(value));
    }

    /** The members of a class in the order of the class table. */
    Map<String, Member> members(String type) {
        LinkedHashMap<String, Member> known = members.get(type);
        if (known == null) {
            known = read(type);
            members.put(type, known);
        }
        return known;
    }

    private LinkedHashMap<String, Member> read(String type) {
        var found = new LinkedHashMap<String, Member>();
        Element definition = complex.get(type);
        Element content = first(definition, "complexContent");
        Element sequence = first(definition, "sequence");
        Map<String, Member> base = Map.of();
        if (content != null) {
            Element extension = first(content, "extension");
            Element derivation = extension != null ? extension : first(content, "restriction");
            if (extension != null) found.putAll(members(extension.getAttribute("base")));
            else base = members(derivation.getAttribute("base"));
            sequence = first(derivation, "sequence");
        }
        for (Element element : children(sequence, "element")) {
            String most = element.getAttribute("maxOccurs");
            var member = new Member(element.getAttribute("name"), element.getAttribute("type"),
                    !element.getAttribute("minOccurs").equals("0"), isMany(element, most), requirements(element, base));
            found.put(member.name(), member);
        }
        return found;
    }

    /** A text by language is repeated as an element, and is one member all the same. */
    private static boolean isMany(Element element, String most) {
        return !most.isEmpty() && !most.equals("1") && !element.getAttribute("type").equals("LocalizedText");
    }

    /** What the schema notes for programs: "Lot.product required:GCL-COR-047 type:GCL-COR-048". */
    private static Map<String, String> requirements(Element element, Map<String, Member> base) {
        // A restriction repeats a member without its notes: those of the class hold.
        Member same = base.get(element.getAttribute("name"));
        var found = new HashMap<String, String>(same == null ? Map.of() : same.requirements());
        Element note = first(first(element, "annotation"), "appinfo");
        if (note != null) {
            for (String part : note.getTextContent().strip().split(" ")) {
                int colon = part.indexOf(':');
                if (colon > 0) found.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return found;
    }

    private static Element first(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && XS.equals(node.getNamespaceURI())
                    && (name == null || name.equals(node.getLocalName()))) found.add(element);
        }
        return found;
    }
}
