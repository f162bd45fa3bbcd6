package gclink;

import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import org.w3c.dom.Document;

/** The published Schematron, made into XSLT and run by Saxon-HE. */
final class Schematron {
    private final Processor processor = new Processor(false);
    private final XsltExecutable rules;

    Schematron() {
        try {
            XsltCompiler compiler = processor.newXsltCompiler();
            XsltTransformer translate = compiler.compile(new StreamSource(Artefacts.translator().toFile())).load();
            var stylesheet = new XdmDestination();
            translate.setSource(new StreamSource(Artefacts.path("schemas", "schematron", "gclink.sch").toFile()));
            translate.setDestination(stylesheet);
            translate.transform();
            rules = compiler.compile(stylesheet.getXdmNode().asSource());
        } catch (SaxonApiException error) {
            throw new IllegalStateException("the Schematron does not compile: " + error.getMessage(), error);
        }
    }

    /** Return the assertions that fail on a document which the XML Schema accepts. */
    List<Finding> check(Document document, ClassTable table) {
        var found = new ArrayList<Finding>();
        var result = new XdmDestination();
        try {
            XsltTransformer run = rules.load();
            run.setInitialContextNode(processor.newDocumentBuilder().build(new DOMSource(document)));
            run.setDestination(result);
            run.transform();
        } catch (SaxonApiException error) {
            throw new IllegalStateException("a rule of the Schematron breaks off: " + error.getMessage(), error);
        }
        XdmNode failures = result.getXdmNode().children().iterator().next();
        for (XdmNode failure : failures.children()) {
            if (failure.getNodeKind() != XdmNodeKind.ELEMENT) continue;
            boolean warning = !"error".equals(failure.getAttributeValue(new QName("role")));
            String place = place(failure.getAttributeValue(new QName("location")), table);
            found.add(new Finding(failure.getAttributeValue(new QName("id")).substring(0, 11), warning, place, failure.getStringValue(), ""));
        }
        return found;
    }

    /** From /Q{ns}Class[1]/Q{ns}member[2]/... to a JSON pointer. */
    private static String place(String path, ClassTable table) {
        String[] steps = path.split("/Q\\{[^}]*}");
        String place = "";
        int first = steps[1].startsWith("Bundle[") ? 2 : 1;
        String type = steps[first].replaceFirst("\\[.*", "");
        for (int index = first + 1; index < steps.length && type != null; index++) {
            String name = steps[index].replaceFirst("\\[.*", "");
            ClassTable.Member member = table.members(type).get(name);
            if (member == null) return place;
            place = Tree.pointer(place, name);
            int position = Integer.parseInt(steps[index].replaceAll(".*\\[|].*", ""));
            if (member.many()) place = Tree.pointer(place, position - 1);
            type = table.isObject(member.type()) ? member.type() : null;
        }
        return place;
    }
}
