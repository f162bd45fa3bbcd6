package gclink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The canonical form of a document and its digest: RFC 8785, arrays being sets. */
final class Canonical {
    private Canonical() {}

    /** The RFC 8785 text of a tree. Its numbers are plain integers, written as they are. */
    static String form(Object value) {
        if (value instanceof List<?> items) return items.stream().map(Canonical::form).collect(Collectors.joining(",", "[", "]"));
        if (value instanceof Map<?, ?> object) {
            // String.compareTo goes by UTF-16 units, which is the order that RFC 8785 asks for.
            return new TreeMap<Object, Object>(object).entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey()) + ':' + form(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonText.Lexeme number) return number.text();
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        return out.append('"').toString();
    }

    /** Items in canonical order: by position where all state one, else by the bytes of their form. */
    static List<Object> ordered(List<?> items) {
        Comparator<Object> order = items.stream().allMatch(item -> position(item) != null)
                ? Comparator.comparing(Canonical::position)
                : (a, b) -> Arrays.compareUnsigned(bytes(form(a)), bytes(form(b)));
        return items.stream().map(Object.class::cast).sorted(order).toList();
    }

    private static Long position(Object item) {
        return item instanceof Map<?, ?> object && object.get("position") instanceof JsonText.Lexeme number
                && number.text().matches("-?[0-9]{1,15}") ? Long.valueOf(number.text()) : null;
    }

    /** A tree with every array in canonical order, and without the context of its text. */
    static Object ordered(Object value, boolean root) {
        if (value instanceof List<?> items) return ordered(items.stream().map(item -> ordered(item, false)).toList());
        if (!(value instanceof Map<?, ?> object)) return value;
        var copy = new LinkedHashMap<String, Object>();
        object.forEach((name, item) -> {
            if (!root || !name.equals("@context")) copy.put((String) name, ordered(item, false));
        });
        return copy;
    }

    static String digest(Object tree) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(form(ordered(tree, true))));
            return "sha-256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
