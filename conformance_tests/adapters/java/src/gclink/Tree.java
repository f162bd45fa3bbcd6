package gclink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Helpers on trees of Map, List, String, Boolean and Number. */
final class Tree {
    private Tree() {}

    static String pointer(String parent, Object step) {
        return parent + "/" + String.valueOf(step).replace("~", "~0").replace("/", "~1");
    }

    /** Texts, and names of members, that are no proper texts. */
    static List<Finding> texts(Object value, String place) {
        var found = new ArrayList<Finding>();
        if (value instanceof String text) {
            String wrong = Texts.fault(text);
            if (wrong != null) found.add(Finding.violation("GCL-COR-006", place, wrong));
        } else if (value instanceof List<?> items) {
            for (int index = 0; index < items.size(); index++) found.addAll(texts(items.get(index), pointer(place, index)));
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((name, item) -> {
                String here = pointer(place, name);
                String wrong = Texts.fault((String) name);
                if (wrong != null) found.add(Finding.violation("GCL-COR-006", here, wrong));
                found.addAll(texts(item, here));
            });
        }
        return found;
    }

    /** Items that an array holds twice; arrays are sets, so their order does not matter inside items either. */
    static List<Finding> repeats(List<?> items, String place) {
        var found = new ArrayList<Finding>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < items.size(); index++) {
            if (!seen.add(Canonical.form(Canonical.ordered(items.get(index), false)))) {
                found.add(Finding.violation("GCL-COR-007", pointer(place, index), "an equal item stands before"));
            }
        }
        return found;
    }
}
