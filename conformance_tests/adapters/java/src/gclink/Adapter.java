package gclink;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** gclink-adapter/1 on standard input and output: one JSON object a line. */
public final class Adapter {
    private static final String PROTOCOL = "gclink-adapter/1";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Checker checker = new Checker();

    private Adapter() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Libraries that print do it where a log belongs; standard output carries messages only.
        System.setOut(System.err);
        var adapter = new Adapter();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) continue;
            JsonObject message = JsonParser.parseString(line).getAsJsonObject();
            var response = new LinkedHashMap<String, Object>();
            response.put("id", message.get("id"));
            response.putAll(adapter.answer(message));
            out.println(GSON.toJson(response));
            if (message.get("op").getAsString().equals("bye")) return;
        }
    }

    private Map<String, Object> answer(JsonObject message) {
        try {
            return switch (message.get("op").getAsString()) {
                case "hello" -> hello(message);
                case "check" -> check(message);
                case "digest" -> digest(message.getAsJsonObject("document"));
                case "bye" -> Map.of();
                default -> declined("this implementation has no operation " + message.get("op").getAsString());
            };
        } catch (RuntimeException | StackOverflowError error) {
            error.printStackTrace();
            return Map.of("failed", true, "message", String.valueOf(error));
        }
    }

    private static Map<String, Object> hello(JsonObject message) {
        if (!PROTOCOL.equals(message.get("protocol").getAsString())) {
            return Map.of("failed", true, "message", "this adapter speaks " + PROTOCOL);
        }
        return Map.of("protocol", PROTOCOL, "implementation", Claims.IMPLEMENTATION, "claims", List.of(Claims.VALIDATOR));
    }

    private Map<String, Object> check(JsonObject message) {
        if (!"document".equals(message.get("scope").getAsString())) {
            return declined("rules across documents are not implemented");
        }
        var findings = new ArrayList<Map<String, String>>();
        boolean violated = false;
        for (JsonElement item : message.getAsJsonArray("documents")) {
            JsonObject document = item.getAsJsonObject();
            for (Finding found : checker.check(bytes(document), document.get("mediaType").getAsString())) {
                violated |= !found.warning();
                findings.add(Map.of("requirement", found.requirement(), "severity", found.warning() ? "warning" : "violation",
                        "document", document.get("iri").getAsString(), "location", found.location(), "message", found.message()));
            }
        }
        String verdict = violated ? "violates" : "conforms";
        boolean brief = message.has("detail") && message.get("detail").getAsString().equals("verdict");
        return brief ? Map.of("verdict", verdict) : Map.of("verdict", verdict, "findings", findings);
    }

    private Map<String, Object> digest(JsonObject document) {
        return Map.of("digest", checker.digest(bytes(document), document.get("mediaType").getAsString()));
    }

    private static byte[] bytes(JsonObject document) {
        return document.has("bodyBase64")
                ? Base64.getDecoder().decode(document.get("bodyBase64").getAsString())
                : document.get("body").getAsString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> declined(String reason) {
        return Map.of("declined", true, "reason", reason);
    }
}
