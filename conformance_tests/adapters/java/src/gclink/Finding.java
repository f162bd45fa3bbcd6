package gclink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One thing that is wrong: requirement, whether it only warns, JSON pointer into the canonical form, and words.
 *
 * The kind of a structural fault (required, type, pattern, ...) decides which of several at one place is told.
 */
record Finding(String requirement, boolean warning, String location, String message, String kind) {
    /** What has the wrong type is not also out of bounds. */
    private static final List<String> ORDER = List.of("required", "closed", "cardinality", "type", "text", "pattern", "language",
            "enum", "unique", "form", "min", "max", "unit", "scheme", "again");

    static Finding violation(String requirement, String location, String message) {
        return violation(requirement, location, message, "");
    }

    static Finding violation(String requirement, String location, String message, String kind) {
        return new Finding(requirement, false, location, message, kind);
    }

    /** One finding for each requirement and place. */
    static List<Finding> distinct(List<Finding> found) {
        var kept = new LinkedHashMap<String, Finding>();
        for (Finding one : found) kept.putIfAbsent(one.requirement + ' ' + one.location + ' ' + one.warning, one);
        return List.copyOf(kept.values());
    }

    /** The foremost structural finding of each place; below a member that stands too often nothing else is told. */
    static List<Finding> foremost(List<Finding> found) {
        List<String> crowds = found.stream().filter(one -> one.kind.equals("cardinality")).map(one -> one.location + '/').toList();
        var best = new LinkedHashMap<String, Finding>();
        for (Finding one : found) {
            if (crowds.stream().anyMatch(one.location::startsWith)) continue;
            best.merge(one.location, one, (known, other) -> rank(other) < rank(known) ? other : known);
        }
        return new ArrayList<>(best.values());
    }

    private static int rank(Finding one) {
        return ORDER.indexOf(one.kind);
    }
}
