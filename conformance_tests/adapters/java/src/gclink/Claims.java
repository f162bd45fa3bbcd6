package gclink;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who this is, what it claims, and what it declines, by name. */
final class Claims {
    private static final String HOME = "https://w3id.org/gclink/conformance/adapters";
    private static final String PROCEDURE = "the requirement is a procedure; no published schema, shape or rule expresses it";

    static final Map<String, String> IMPLEMENTATION = Map.of("name", "gclink-java", "version", "1.0.0",
            "vendor", "Green Carbon Link", "language", "Java", "homepage", HOME, "issues", HOME);

    static final Map<String, Object> VALIDATOR = Map.of("profile", "validator", "specVersion", "1.0",
            "tiers", List.of("T1", "T2"), "formats", List.of("json", "xml", "jsonld", "turtle"), "operations", List.of("check", "digest"),
            "declines", Stream.of("GCL-BRD-032", "GCL-BRD-046", "GCL-FIN-014", "GCL-FIN-015", "GCL-FIN-016", "GCL-FIN-077")
                    .map(id -> Map.of("requirement", id, "reason", PROCEDURE)).toList());

    private Claims() {}
}
