package gclink;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON-LD with the published context and no other; nothing is fetched. */
final class JsonLd {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final JsonObject context = JsonParser.parseString(
            Artefacts.text(Artefacts.path("schemas", "context", "v1.jsonld"))).getAsJsonObject().getAsJsonObject("@context");

    /** Whether every context is the published one, and one stands at the root. */
    static boolean isOurs(Object tree) {
        List<?> roots = tree instanceof List<?> items ? items : List.of(tree == null ? "" : tree);
        return roots.stream().allMatch(root -> root instanceof Map<?, ?> object && object.containsKey("@context")) && contexts(tree);
    }

    private static boolean contexts(Object value) {
        if (value instanceof List<?> items) return items.stream().allMatch(JsonLd::contexts);
        if (!(value instanceof Map<?, ?> object)) return true;
        return object.entrySet().stream().allMatch(
                entry -> entry.getKey().equals("@context") ? Artefacts.CONTEXT.equals(entry.getValue()) : contexts(entry.getValue()));
    }

    /** Whether a text uses keywords of JSON-LD beyond the context at its root: then it is more than its JSON. */
    static boolean hasKeywords(Object value, boolean root) {
        if (value instanceof List<?> items) return items.stream().anyMatch(item -> hasKeywords(item, false));
        if (!(value instanceof Map<?, ?> object)) return false;
        return object.entrySet().stream().anyMatch(entry -> {
            String key = (String) entry.getKey();
            return (key.startsWith("@") && !(root && key.equals("@context"))) || hasKeywords(entry.getValue(), false);
        });
    }

    /** Expand a tree that was read from JSON to a graph. */
    Rdf.Parsed toGraph(Object tree) throws Unreadable {
        var names = new HashSet<String>();
        collect(tree, names);
        return Rdf.parseJsonLd(GSON.toJson(inlined(tree, excerpt(names))));
    }

    /** The context without the classes that a text never names: those terms cannot be reached, and every object copies them. */
    private JsonObject excerpt(Set<String> names) {
        var part = new JsonObject();
        for (Map.Entry<String, JsonElement> term : context.entrySet()) {
            boolean keep = term.getKey().startsWith("@") || term.getValue().isJsonPrimitive() || names.contains(term.getKey());
            if (keep) part.add(term.getKey(), term.getValue());
        }
        return part;
    }

    private static void collect(Object value, Set<String> names) {
        if (value instanceof List<?> items) {
            items.forEach(item -> collect(item, names));
        } else if (value instanceof Map<?, ?> object) {
            for (String key : List.of("type", "@type")) {
                Object type = object.get(key);
                for (Object name : type instanceof List<?> types ? types : List.of(type == null ? "" : type)) names.add(String.valueOf(name));
            }
            object.values().forEach(item -> collect(item, names));
        }
    }

    private static JsonElement inlined(Object value, JsonObject terms) {
        if (value instanceof JsonText.Lexeme number) return JsonParser.parseString(number.text());
        if (value instanceof List<?> items) {
            var array = new com.google.gson.JsonArray();
            items.forEach(item -> array.add(inlined(item, terms)));
            return array;
        }
        if (!(value instanceof Map<?, ?> object)) return GSON.toJsonTree(value);
        var copy = new JsonObject();
        object.forEach((key, item) -> copy.add((String) key, key.equals("@context") ? terms : inlined(item, terms)));
        return copy;
    }
}
