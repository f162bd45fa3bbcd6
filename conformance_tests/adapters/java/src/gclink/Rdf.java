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
import java.util.regex.Pattern;
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
    private static final Pattern CONSTRAINT = Pattern.compile("([A-Za-z0-9]+)#([a-z]+)$");
    private static final URI SHAPES = URI.create("urn:gclink:shapes");

    private final Shapes structure = new Shapes("shapes.ttl");
    private final Shapes rules = new Shapes("rules.ttl");
    private final Set<String> documents = new HashSet<>();

    private final ClassTable table;

    Rdf(ClassTable table) {
        this.table = table;
        table.documents().forEach(name -> documents.add(Artefacts.GCL + name));
    }

    /** A file of shapes, prepared once. */
    private static final class Shapes {
        final Model model;
        final ShapesGraph graph;
        final Map<Resource, String> requirements = new HashMap<>();
        final Map<Resource, RDFNode> datatypes = new HashMap<>();

        Shapes(String name) {
            Model read = ModelFactory.createDefaultModel();
            RDFParser.source(Artefacts.path("ontology", name).toUri().toString()).parse(read);
            model = ValidationUtil.ensureToshTriplesExist(read);
            graph = ShapesGraphFactory.get().createShapesGraph(model);
            model.listStatements(null, REQUIREMENT, (RDFNode) null)
                    .forEachRemaining(of -> requirements.put(of.getSubject(), of.getString()));
            model.listStatements(null, SH.datatype, (RDFNode) null)
                    .forEachRemaining(of -> datatypes.put(of.getSubject(), of.getObject()));
        }
    }

    /** Parse a text strictly. */
    static Parsed parse(byte[] bytes, Lang lang) throws Unreadable {
        Texts.decode(bytes);
        return parse(RDFParser.source(new ByteArrayInputStream(bytes)), lang);
    }

    static Parsed parseJsonLd(String text) throws Unreadable {
        return parse(RDFParser.source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), Lang.JSONLD11);
    }

    private static Parsed parse(org.apache.jena.riot.RDFParserBuilder source, Lang lang) throws Unreadable {
        Model model = ModelFactory.createDefaultModel();
        var handler = new Handler();
        try {
            source.forceLang(lang).strict(true).resolveURIs(false).errorHandler(handler).parse(model);
        } catch (RiotException error) {
            throw new Unreadable("GCL-COR-048", "no " + lang.getLabel() + ": " + error.getMessage());
        }
        return new Parsed(model, handler.iri == null ? null : new Unreadable("GCL-COR-005", handler.iri));
    }

    /** A graph, and what was wrong with an IRI in it (or null): the shapes say where, and this keeps the verdict. */
    record Parsed(Model model, Unreadable iri) {}

    /** Errors end the reading, but for IRIs that are none; warnings (odd literals) are left to the shapes. */
    private static final class Handler implements ErrorHandler {
        private String iri;

        @Override
        public void warning(String message, long line, long col) {
            // The shapes say the same with a requirement.
        }

        @Override
        public void error(String message, long line, long col) {
            String told = line + ":" + col + " " + message;
            if (!message.contains("IRI")) throw new RiotException(told);
            iri = told;
        }

        @Override
        public void fatal(String message, long line, long col) {
            throw new RiotException(line + ":" + col + " " + message);
        }
    }

    /** Judge what was read. */
    List<Finding> check(Parsed parsed) throws Unreadable {
        List<Finding> found = check(parsed.model);
        if (parsed.iri != null && found.stream().allMatch(Finding::warning)) throw parsed.iri;
        return found;
    }

    /** Judge a graph: form first, then the rules. */
    private List<Finding> check(Model model) {
        List<Resource> roots = roots(model);
        List<RdfForm> forms = roots.stream().map(root -> new RdfForm(table, model, root)).toList();
        List<Finding> found = new ArrayList<>(new Whole(model, roots, forms).findings);
        found.addAll(run(model, structure, forms));
        return found.isEmpty() ? run(model, rules, forms) : Finding.foremost(found);
    }

    /** The tree of the one document in a graph. */
    Object tree(Model model) {
        List<Resource> roots = roots(model);
        if (roots.size() != 1) throw new IllegalArgumentException(roots.size() + " documents instead of one");
        return new RdfForm(table, model, roots.get(0)).tree;
    }

    private List<Resource> roots(Model model) {
        return model.listStatements(null, RDF.type, (RDFNode) null).toList().stream()
                .filter(of -> documents.contains(of.getObject().toString())).map(Statement::getSubject).toList();
    }

    private static List<Finding> run(Model model, Shapes shapes, List<RdfForm> forms) {
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
        return new ArrayList<>(report.getModel().listResourcesWithProperty(RDF.type, SH.ValidationResult).toList().stream()
                .map(result -> finding(result, shapes, forms)).toList());
    }

    private static Finding finding(Resource result, Shapes shapes, List<RdfForm> forms) {
        Resource shape = result.getProperty(SH.sourceShape).getResource();
        Statement message = result.getProperty(SH.resultMessage);
        RDFNode value = result.hasProperty(SH.value) ? result.getProperty(SH.value).getObject() : null;
        // Shapes are named after the constraint: Owner.field#kind, or Class#closed.
        var name = CONSTRAINT.matcher(shape.toString());
        String kind = name.find() ? name.group(2) : "";
        String member = kind.isEmpty() ? null : name.group(1);
        if (kind.equals("closed")) {
            String path = result.hasProperty(SH.resultPath) ? result.getProperty(SH.resultPath).getObject().toString() : "";
            member = path.startsWith(Artefacts.GCL) ? path.substring(path.lastIndexOf('/') + 1) : path;
            value = null;
        }
        boolean ill = kind.equals("type") && value != null && value.isLiteral() && shapes.datatypes.containsKey(shape)
                && shapes.datatypes.get(shape).toString().equals(value.asLiteral().getDatatypeURI());
        RDFNode focus = result.getProperty(SH.focusNode).getObject();
        return new Finding(shapes.requirements.getOrDefault(shape, "GCL-COR-048"), result.hasProperty(SH.resultSeverity, SH.Warning),
                place(forms, focus, member, value, kind), message == null ? shape.toString() : message.getString(), ill ? "form" : kind);
    }

    private static String place(List<RdfForm> forms, RDFNode node, String member, RDFNode value, String kind) {
        return forms.stream().map(form -> form.place(node, member, value, kind)).filter(java.util.Objects::nonNull).findFirst().orElse("");
    }

    /** What a graph as a whole can get wrong, which no shape sees from one node. */
    private static final class Whole {
        final List<Finding> findings = new ArrayList<>();
        private final List<RdfForm> forms;

        Whole(Model model, List<Resource> roots, List<RdfForm> forms) {
            this.forms = forms;
            if (roots.isEmpty()) structural("", "the graph holds no document");
            var uses = new HashMap<RDFNode, Integer>();
            for (Statement of : model.listStatements().toList()) statement(of, uses);
            uses.forEach((node, count) -> {
                if (count > 1) structural(place(forms, node, null, null, ""), "one object stands in two places");
            });
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
                if (!reached.contains(node)) structural("", node + " belongs to no document");
            });
        }

        private void statement(Statement of, Map<RDFNode, Integer> uses) {
            RDFNode object = of.getObject();
            String name = of.getPredicate().getURI();
            String member = name.substring(name.lastIndexOf('/') + 1);
            if (object.isAnon()) {
                uses.merge(object, 1, Integer::sum);
                if (!object.asResource().hasProperty(RDF.type)) {
                    structural(place(forms, of.getSubject(), member, object, "type"), "an embedded object has no class");
                }
            }
            if (of.getPredicate().equals(RDF.first) || object.equals(RDF.nil)) structural("", "a list stands where values do");
            String wrong = object.isAnon() ? null : Texts.fault(object.isLiteral() ? object.asLiteral().getLexicalForm() : object.toString());
            if (wrong != null) {
                String at = place(forms, of.getSubject(), member, object, "text");
                findings.add(Finding.violation("GCL-COR-006", at, wrong, "text"));
            }
            wrong = of.getSubject().isURIResource() ? Texts.fault(of.getSubject().getURI()) : null;
            if (wrong != null) findings.add(Finding.violation("GCL-COR-006", "/id", wrong, "text"));
        }

        private void structural(String place, String message) {
            findings.add(Finding.violation("GCL-COR-048", place, message, "type"));
        }
    }
}
