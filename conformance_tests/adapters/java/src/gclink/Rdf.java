package gclink;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.vocabulary.RDF;
import org.topbraid.jenax.util.ARQFactory;
import org.topbraid.shacl.engine.ShapesGraph;
import org.topbraid.shacl.engine.ShapesGraphFactory;
import org.topbraid.shacl.validation.ValidationEngine;
import org.topbraid.shacl.validation.ValidationEngineFactory;
import org.topbraid.shacl.validation.ValidationUtil;
import org.topbraid.shacl.vocabulary.SH;

/** Graphs: read by Jena, judged by TopQuadrant's SHACL engine on the published shapes, then on the rules. */
final class Rdf {
    private static final Property REQUIREMENT = ResourceFactory.createProperty(Artefacts.GCL, "requirement");
    private static final URI SHAPES = URI.create("urn:gclink:shapes");

    private final Shapes structure = new Shapes("shapes.ttl");
    private final Shapes rules = new Shapes("rules.ttl");
    private final Set<String> documents = new HashSet<>();

    Rdf(ClassTable table) {
        table.documents().forEach(name -> documents.add(Artefacts.GCL + name));
    }

    /** A file of shapes, prepared once. */
    private static final class Shapes {
        final Model model;
        final ShapesGraph graph;
        final Map<Resource, String> requirements = new HashMap<>();

        Shapes(String name) {
            Model read = ModelFactory.createDefaultModel();
            RDFParser.source(Artefacts.path("ontology", name).toUri().toString()).parse(read);
            model = ValidationUtil.ensureToshTriplesExist(read);
            graph = ShapesGraphFactory.get().createShapesGraph(model);
            model.listStatements(null, REQUIREMENT, (RDFNode) null)
                    .forEachRemaining(of -> requirements.put(of.getSubject(), of.getString()));
        }
    }

    /** Parse a text strictly. */
    static Model parse(byte[] bytes, Lang lang) throws Unreadable {
        Texts.decode(bytes);
        return parse(RDFParser.source(new ByteArrayInputStream(bytes)), lang);
    }

    static Model parseJsonLd(String text) throws Unreadable {
        return parse(RDFParser.source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), Lang.JSONLD11);
    }

    private static Model parse(org.apache.jena.riot.RDFParserBuilder source, Lang lang) throws Unreadable {
        Model model = ModelFactory.createDefaultModel();
        try {
            source.forceLang(lang).strict(true).resolveURIs(false).errorHandler(new Strict()).parse(model);
        } catch (RiotException error) {
            throw new Unreadable("GCL-COR-048", "no " + lang.getLabel() + ": " + error.getMessage());
        }
        return model;
    }

    /** Errors end the reading; warnings (odd literals) are left to the shapes. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {
            // The shapes say the same with a requirement.
        }

        @Override
        public void error(String message, long line, long col) {
            throw new RiotException(line + ":" + col + " " + message);
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }

    /** Judge a graph: form first, then the rules. */
    List<Finding> check(Model model) {
        List<Finding> found = whole(model);
        found.addAll(run(model, structure));
        return found.isEmpty() ? run(model, rules) : found;
    }

    private static List<Finding> run(Model model, Shapes shapes) {
        Dataset dataset = ARQFactory.get().getDataset(model);
        dataset.addNamedModel(SHAPES.toString(), shapes.model);
        ValidationEngine engine = ValidationEngineFactory.get().create(dataset, SHAPES, shapes.graph, null);
        Resource report;
        try {
            report = engine.validateAll();
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(error);
        }
        var found = new ArrayList<Finding>();
        for (Resource result : report.getModel().listResourcesWithProperty(RDF.type, SH.ValidationResult).toList()) {
            Statement message = result.getProperty(SH.resultMessage);
            Statement shape = result.getProperty(SH.sourceShape);
            boolean warning = result.hasProperty(SH.resultSeverity, SH.Warning);
            found.add(new Finding(shapes.requirements.getOrDefault(shape.getResource(), "GCL-COR-048"), warning, "",
                    message == null ? shape.getResource().toString() : message.getString()));
        }
        return found;
    }

    /** What a graph as a whole can get wrong, which no shape sees from one node. */
    private List<Finding> whole(Model model) {
        var found = new ArrayList<Finding>();
        var uses = new HashMap<RDFNode, Integer>();
        var roots = model.listStatements(null, RDF.type, (RDFNode) null).toList().stream()
                .filter(of -> documents.contains(of.getObject().toString())).map(Statement::getSubject).toList();
        if (roots.isEmpty()) found.add(Finding.violation("GCL-COR-048", "", "the graph holds no document"));
        for (Statement of : model.listStatements().toList()) {
            RDFNode object = of.getObject();
            if (object.isAnon()) {
                uses.merge(object, 1, Integer::sum);
                if (!object.asResource().hasProperty(RDF.type)) structural(found, "an embedded object has no class");
            }
            if (of.getPredicate().equals(RDF.first) || object.equals(RDF.nil)) structural(found, "a list stands where values do");
            text(found, object.isLiteral() ? object.asLiteral().getLexicalForm() : object.isURIResource() ? object.toString() : "");
            text(found, of.getSubject().isURIResource() ? of.getSubject().getURI() : "");
        }
        if (uses.values().stream().anyMatch(count -> count > 1)) structural(found, "one object stands in two places");
        var reached = new HashSet<Resource>();
        var waiting = new ArrayList<Resource>(roots);
        while (!waiting.isEmpty()) {
            Resource node = waiting.remove(waiting.size() - 1);
            if (!reached.add(node)) continue;
            node.listProperties().forEachRemaining(of -> {
                if (of.getObject().isAnon()) waiting.add(of.getResource());
            });
        }
        model.listSubjects().forEachRemaining(node -> {
            if (!reached.contains(node)) structural(found, node + " belongs to no document");
        });
        return found;
    }

    private static void structural(List<Finding> found, String message) {
        found.add(Finding.violation("GCL-COR-048", "", message));
    }

    private static void text(List<Finding> found, String text) {
        String wrong = Texts.fault(text);
        if (wrong != null) found.add(Finding.violation("GCL-COR-006", "", wrong));
    }
}
