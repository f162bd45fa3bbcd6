package gclink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/** The published XML Schema 1.0, run by the JDK's own validator. */
final class XmlSchema {
    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

    private final Schema schema;

    XmlSchema() {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Artefacts.path("schemas", "xsd", "gclink.xsd").toFile());
        } catch (SAXException error) {
            throw new IllegalStateException("the XML Schema does not compile: " + error.getMessage(), error);
        }
    }

    /** Return what the schema refuses, each with the requirement that the schema notes at the element. */
    List<Finding> check(Document document, XmlForm form, ClassTable table) {
        var found = new ArrayList<Finding>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException error) {
                // Hints of schema locations that are not followed; they say nothing about the document.
            }

            @Override
            public void error(SAXParseException error) {
                found.add(reason(error.getMessage(), current(validator), form, table));
            }

            @Override
            public void fatalError(SAXParseException error) {
                error(error);
            }
        });
        try {
            validator.validate(new DOMSource(document));
        } catch (SAXException | java.io.IOException error) {
            throw new IllegalStateException(error);
        }
        return found;
    }

    private static Element current(Validator validator) {
        try {
            return (Element) validator.getProperty(CURRENT);
        } catch (SAXNotRecognizedException | SAXNotSupportedException error) {
            throw new IllegalStateException("this validator does not tell where it is", error);
        }
    }

    private static Finding reason(String message, Element at, XmlForm form, ClassTable table) {
        if (at == null) return Finding.violation("GCL-COR-048", "", message);
        String place = form.place(at);
        // Xerces tells a broken facet, and then once more that the value is not valid.
        if (message.startsWith("cvc-type.3.1.3") || message.startsWith("cvc-attribute.3")) {
            return Finding.violation("GCL-COR-048", place, message, "again");
        }
        if (message.startsWith("cvc-elt.1")) return Finding.violation("GCL-COR-048", "/type", message, "type");
        if (message.startsWith("cvc-complex-type.2.4")) {
            // At the end of an object (2.4.b) this stands at the object, else at the child that does not fit.
            Element object = message.startsWith("cvc-complex-type.2.4.b") || !(at.getParentNode() instanceof Element parent) ? at : parent;
            return form.type(object) != null ? content(message, object, form, table) : Finding.violation("GCL-COR-002", place, message, "closed");
        }
        if (message.startsWith("cvc-type.3.1.2") && form.member(at) != null) {
            return Finding.violation(form.member(at).requirements().getOrDefault("type", "GCL-COR-048"), place, message, "type");
        }
        if (message.startsWith("cvc-complex-type.2.3") || message.startsWith("cvc-complex-type.3") || message.startsWith("cvc-type.3.1.1")) {
            return Finding.violation("GCL-COR-002", place, message);
        }
        if (message.startsWith("cvc-complex-type.4") || message.contains("AnonType_lang")) {
            return Finding.violation("GCL-COR-008", place, message, "language");
        }
        // Bounds and units of a quantity stand at the member that holds it.
        ClassTable.Member member = form.member(at);
        boolean known = member != null && table.isCodeOfList(member.type(), at.getTextContent().strip());
        return value(message, place, member, form.member(at.getParentNode()), known);
    }

    private static Finding value(String message, String place, ClassTable.Member member, ClassTable.Member holder, boolean known) {
        String[] kinds = known ? new String[] {"unit", "scheme"}
                : message.startsWith("cvc-enumeration") ? new String[] {"enum", "unit", "scheme"}
                : message.matches("(?s)cvc-min(In|Ex).*") ? new String[] {"min"}
                : message.matches("(?s)cvc-max(In|Ex).*") ? new String[] {"max"}
                : new String[] {"pattern", "text", "enum", "type"};
        for (String kind : kinds) {
            for (ClassTable.Member one : new ClassTable.Member[] {member, holder}) {
                if (one == null || !one.requirements().containsKey(kind)) continue;
                return Finding.violation(one.requirements().get(kind), place, message, kind);
            }
        }
        return Finding.violation("GCL-COR-048", place, message, "type");
    }

    /** What is wrong with the children of an object: unknown, missing, too many, or out of order. */
    private static Finding content(String message, Element object, XmlForm form, ClassTable table) {
        Map<String, ClassTable.Member> members = table.members(form.type(object));
        List<String> names = XmlForm.children(object).stream().map(Element::getLocalName).toList();
        for (Element child : XmlForm.children(object)) {
            if (!members.containsKey(child.getLocalName()) || !Artefacts.GCL.equals(child.getNamespaceURI())) {
                return Finding.violation("GCL-COR-002", form.place(child), message);
            }
        }
        for (ClassTable.Member member : members.values()) {
            String here = Tree.pointer(form.place(object), member.name());
            if (member.required() && !names.contains(member.name())) {
                return Finding.violation(member.requirements().getOrDefault("required", "GCL-COR-047"), here, message);
            }
            boolean several = member.many() || member.type().equals("LocalizedText");
            if (!several && names.indexOf(member.name()) != names.lastIndexOf(member.name())) {
                return Finding.violation("GCL-COR-047", here, message);
            }
        }
        List<String> order = members.keySet().stream().toList();
        for (int index = 1; index < names.size(); index++) {
            if (order.indexOf(names.get(index)) < order.indexOf(names.get(index - 1))) {
                return Finding.violation("GCL-COR-052", Tree.pointer(form.place(object), names.get(index)), message);
            }
        }
        // More items than the schema admits: the message names the member.
        for (String name : members.keySet()) {
            if (message.contains("'" + name + "' can occur")) {
                return Finding.violation("GCL-COR-047", Tree.pointer(form.place(object), name), message, "cardinality");
            }
        }
        return Finding.violation("GCL-COR-047", form.place(object), message);
    }
}
