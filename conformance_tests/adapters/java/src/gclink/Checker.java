package gclink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.jena.riot.Lang;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** One document, one verdict: form first (T1), and only where that holds the rules (T2). */
final class Checker {
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final ClassTable table = new ClassTable();
    private final Supplier<XmlSchema> schema = once(XmlSchema::new);
    private final Supplier<Schematron> schematron = once(Schematron::new);
    private final Supplier<Rdf> rdf = once(() -> new Rdf(table));
    private final Supplier<JsonLd> jsonLd = once(JsonLd::new);

    /** Return the findings for one document given as bytes. */
    List<Finding> check(byte[] bytes, String mediaType) {
        try {
            return Finding.distinct(switch (mediaType) {
                case "application/json" -> json(new JsonText(bytes), true);
                case "application/ld+json" -> jsonLd(bytes);
                case "application/xml" -> xml(bytes);
                case "text/turtle" -> rdf.get().check(Rdf.parse(bytes, Lang.TURTLE));
                case "application/n-triples" -> rdf.get().check(Rdf.parse(bytes, Lang.NTRIPLES));
                default -> throw new IllegalArgumentException("no reader for " + mediaType);
            });
        } catch (Unreadable error) {
            return List.of(error.finding());
        }
    }

    /** The digest of a document of the right form. */
    String digest(byte[] bytes, String mediaType) {
        for (Finding found : check(bytes, mediaType)) {
            if (!found.warning()) throw new IllegalArgumentException("the document breaks " + found.requirement());
        }
        try {
            return Canonical.digest(switch (mediaType) {
                case "application/json" -> new JsonText(bytes).tree;
                case "application/ld+json" -> {
                    Object tree = new JsonText(bytes).tree;
                    yield JsonLd.hasKeywords(tree, true) ? rdf.get().tree(jsonLd.get().toGraph(tree).model()) : tree;
                }
                case "application/xml" -> new XmlForm(table, parse(bytes)).tree;
                case "text/turtle" -> rdf.get().tree(Rdf.parse(bytes, Lang.TURTLE).model());
                default -> rdf.get().tree(Rdf.parse(bytes, Lang.NTRIPLES).model());
            });
        } catch (Unreadable error) {
            throw new IllegalStateException(error);
        }
    }

    /** The form of a JSON text; its rules only where asked, by the Schematron on the XML that says the same. */
    private List<Finding> json(JsonText text, boolean withRules) {
        var found = new ArrayList<>(text.findings);
        var documents = new ArrayList<Document>();
        // Several documents in one text stand in an array.
        for (Object tree : text.tree instanceof List<?> several && !several.isEmpty() ? several : Collections.singletonList(text.tree)) {
            var form = new JsonForm(table);
            Document document = form.convert(tree);
            found.addAll(form.findings);
            // The XML of a faulty text lacks what could not be written: it would be blamed for that as well.
            if (document != null && form.findings.isEmpty() && text.findings.isEmpty()) found.addAll(structure(document));
            if (document != null) documents.add(document);
        }
        if (!found.isEmpty()) return Finding.foremost(found);
        return withRules ? documents.stream().flatMap(document -> schematron.get().check(document, table).stream()).toList() : found;
    }

    private List<Finding> jsonLd(byte[] bytes) throws Unreadable {
        var text = new JsonText(bytes);
        if (!JsonLd.isOurs(text.tree)) {
            return List.of(Finding.violation("GCL-COR-002", "/@context", "the context is not that of the standard"));
        }
        List<Finding> found = new ArrayList<>(text.findings);
        if (JsonLd.hasKeywords(text.tree, true)) found.addAll(Tree.texts(text.tree, ""));
        else found = json(text, false);
        return found.isEmpty() ? rdf.get().check(jsonLd.get().toGraph(text.tree)) : found;
    }

    private List<Finding> xml(byte[] bytes) throws Unreadable {
        Document document = parse(bytes);
        List<Finding> found = structure(document);
        return found.isEmpty() ? schematron.get().check(document, table) : found;
    }

    private List<Finding> structure(Document document) {
        var form = new XmlForm(table, document);
        List<Finding> found = schema.get().check(document, form, table);
        found.addAll(form.findings);
        return Finding.foremost(found);
    }

    private static Document parse(byte[] bytes) throws Unreadable {
        var declared = ENCODING.matcher(Texts.decode(bytes));
        if (declared.find() && !declared.group(1).equalsIgnoreCase("UTF-8")) {
            throw new Unreadable("GCL-COR-006", "the encoding is " + declared.group(1));
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException error) {
            throw new Unreadable("GCL-COR-048", "no XML: " + error.getMessage());
        } catch (ParserConfigurationException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Compile what a format needs when the first document of that format arrives. */
    private static <T> Supplier<T> once(Supplier<T> make) {
        var made = new ArrayList<T>(1);
        return () -> {
            if (made.isEmpty()) made.add(make.get());
            return made.get(0);
        };
    }
}
