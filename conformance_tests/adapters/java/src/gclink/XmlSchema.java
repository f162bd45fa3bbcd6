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
        if (message.startsWith("cvc-complex-type.2.4") && form.type(at) != null) return content(message, at, form, table);
        if (message.startsWith("cvc-complex-type.2.4")) {
            return at.getParentNode() instanceof Element parent && form.type(parent) != null
                    ? content(message, parent, form, table) : Finding.violation("GCL-COR-002", place, message);
        }
        if (message.startsWith("cvc-complex-type.3") || message.startsWith("cvc-type.3.1.1")) {
            return Finding.violation("GCL-COR-002", place, message);
        }
        if (message.startsWith("cvc-complex-type.4") || message.contains("xml:lang")) {
            return Finding.violation("GCL-COR-008", place, message);
        }
        return Finding.violation(requirement(message, form.member(at)), place, message);
    }

    private static String requirement(String message, ClassTable.Member member) {
        if (member == null) return message.startsWith("cvc-elt.1") ? "GCL-COR-048" : "GCL-COR-006";
        Map<String, String> by = member.requirements();
        for (String kind : message.startsWith("cvc-enumeration") ? new String[] {"enum", "unit", "scheme"}
                : message.matches("(?s)cvc-(min|max)(In|Ex).*") ? new String[] {"min", "max"}
                : new String[] {"pattern", "text", "enum", "type"}) {
            if (by.containsKey(kind)) return by.get(kind);
        }
        return by.getOrDefault("type", "GCL-COR-048");
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
        return Finding.violation("GCL-COR-047", form.place(object), message);
    }
}
