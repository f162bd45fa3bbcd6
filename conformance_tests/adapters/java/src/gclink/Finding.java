package gclink;

import java.util.LinkedHashMap;
import java.util.List;

/** One thing that is wrong: requirement, whether it only warns, JSON pointer into the canonical form, and words. */
record Finding(String requirement, boolean warning, String location, String message) {
    static Finding violation(String requirement, String location, String message) {
        return new Finding(requirement, false, location, message);
    }

    /** One finding for each requirement and place. */
    static List<Finding> distinct(List<Finding> found) {
        var kept = new LinkedHashMap<String, Finding>();
        for (Finding one : found) kept.putIfAbsent(one.requirement + ' ' + one.location + ' ' + one.warning, one);
        return List.copyOf(kept.values());
    }
}
