package gclink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the published files lie: the only things this implementation knows about the standard. */
final class Artefacts {
    static final String GCL = "https://w3id.org/gclink/";
    static final String CONTEXT = GCL + "context/v1";

    private Artefacts() {}

    /** The path of a published file, below GCLINK_ARTEFACTS or the folder given with -Dgclink.root. */
    static Path path(String first, String... more) {
        String root = System.getenv().getOrDefault("GCLINK_ARTEFACTS", System.getProperty("gclink.root", "."));
        Path path = Path.of(root).resolve(Path.of(first, more));
        if (!Files.exists(path)) throw new IllegalStateException("no file " + path + "; set GCLINK_ARTEFACTS");
        return path;
    }

    /** The rules that make a Schematron schema into XSLT, beside this adapter. */
    static Path translator() {
        return Path.of(System.getProperty("gclink.adapters", "conformance_tests/adapters"), "schematron.xsl");
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
