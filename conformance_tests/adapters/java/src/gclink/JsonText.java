package gclink;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Strict reading of JSON: every member once, and numbers only as plain integers. */
final class JsonText {
    final Object tree;
    final List<Finding> findings = new ArrayList<>();
    private int depth;

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[\\[:,]\\s*[-+]?(NaN|Infinity|\\.\\d|\\d+\\.(?!\\d))");
    private static final int DEEPEST = 200;

    /** A number as it was written. */
    record Lexeme(String text) {
        /** Whether every parser reads it as the same integer. */
        boolean isPlain() {
            return text.matches("0|-?[1-9][0-9]{0,14}");
        }
    }

    JsonText(byte[] bytes) throws Unreadable {
        String text = Texts.decode(bytes);
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            tree = value(reader, "");
            if (reader.peek() != JsonToken.END_DOCUMENT) throw new Unreadable("GCL-COR-048", "more than one JSON value");
        } catch (IOException | IllegalStateException | NumberFormatException error) {
            // What other parsers would take for a number.
            boolean number = NUMBER.matcher(STRING.matcher(text).replaceAll("\"\"")).find();
            throw new Unreadable(number ? "GCL-COR-003" : "GCL-COR-048", "no JSON: " + error.getMessage());
        }
    }

    private Object value(JsonReader reader, String place) throws IOException, Unreadable {
        if (depth++ > DEEPEST) throw new Unreadable("GCL-COR-048", "objects and arrays are nested too deeply");
        try {
            return read(reader, place);
        } finally {
            depth--;
        }
    }

    private Object read(JsonReader reader, String place) throws IOException, Unreadable {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                reader.beginObject();
                while (reader.hasNext()) {
                    String name = reader.nextName();
                    String here = Tree.pointer(place, name);
                    if (object.containsKey(name)) findings.add(Finding.violation("GCL-COR-002", here, "a member is given twice"));
                    object.put(name, value(reader, here));
                }
                reader.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                var array = new ArrayList<Object>();
                reader.beginArray();
                while (reader.hasNext()) array.add(value(reader, Tree.pointer(place, array.size())));
                reader.endArray();
                return array;
            }
            case STRING -> {
                return reader.nextString();
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NUMBER -> {
                var number = new Lexeme(reader.nextString());
                if (!number.isPlain()) {
                    findings.add(Finding.violation("GCL-COR-003", place, number.text() + " is not a plain integer", "form"));
                }
                return number;
            }
            default -> {
                reader.nextNull();
                return null;
            }
        }
    }
}
