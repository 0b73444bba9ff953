package org.consilium.platform.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;

/** The descriptions that the domains' bundles carry (made at build time), merged into one OpenAPI 3.0 document. */
final class OpenApiDocument {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final KnownDomains known;

    OpenApiDocument(KnownDomains known) {
        this.known = known;
    }

    void write(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(mapper.writeValueAsBytes(merged(known.descriptions())));
    }

    ObjectNode merged(Map<String, URL> descriptions) throws IOException {
        Map<String, JsonNode> paths = new TreeMap<>();
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (Map.Entry<String, URL> description : descriptions.entrySet()) {
            String domain = description.getKey();
            try (InputStream in = description.getValue().openStream()) {
                JsonNode document = withOwnNames(domain, mapper.readTree(in), schemas);
                document.path("paths")
                        .fields()
                        .forEachRemaining(path -> paths.put(publicPath(domain, path.getKey()), path.getValue()));
                document.path("components")
                        .path("schemas")
                        .fields()
                        .forEachRemaining(s -> schemas.put(s.getKey(), s.getValue()));
            }
        }
        ObjectNode result = mapper.createObjectNode();
        result.put("openapi", "3.0.1");
        result.putObject("info").put("title", "Consilium").put("version", "1");
        result.putObject("paths").setAll(paths);
        ObjectNode components = result.putObject("components");
        components.putObject("schemas").setAll(schemas);
        components
                .putObject("securitySchemes")
                .putObject("serviceToken")
                .put("type", "http")
                .put("scheme", "bearer");
        paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith("/api/service/"))
                .forEach(path -> path.getValue().forEach(OpenApiDocument::withToken));
        return result;
    }

    private static void withToken(JsonNode operation) {
        ((ObjectNode) operation).putArray("security").addObject().putArray("serviceToken");
    }

    static String publicPath(String domain, String path) {
        String clean = path.equals("/") ? "" : path;
        for (String others : new String[] {"/visit", "/service"}) {
            if (clean.equals(others) || clean.startsWith(others + "/")) {
                return "/api" + others + "/" + domain + clean.substring(others.length());
            }
        }
        return "/api/" + domain + clean;
    }

    /**
     * Two domains may each have a record of one name but different shape: the later one gets its domain in front. So does a record that reads
     * the same in both and refers to such a one.
     */
    private JsonNode withOwnNames(String domain, JsonNode document, Map<String, JsonNode> taken) throws IOException {
        JsonNode schemas = document.path("components").path("schemas");
        Map<String, String> renamed = new TreeMap<>();
        for (boolean more = true; more; ) {
            more = false;
            for (var fields = schemas.fields(); fields.hasNext(); ) {
                var schema = fields.next();
                String name = schema.getKey();
                JsonNode other = taken.get(name);
                if (other != null
                        && !renamed.containsKey(name)
                        && (!other.equals(schema.getValue()) || refersTo(schema.getValue(), renamed.keySet()))) {
                    renamed.put(name, Character.toUpperCase(domain.charAt(0)) + domain.substring(1) + name);
                    more = true;
                }
            }
        }
        if (renamed.isEmpty()) {
            return document;
        }
        ObjectNode own = (ObjectNode) schemas;
        renamed.forEach((before, after) -> own.set(after, own.remove(before)));
        Matcher references = REFERENCE.matcher(mapper.writeValueAsString(document));
        String text = references.replaceAll(
                match -> "\"#/components/schemas/" + renamed.getOrDefault(match.group(1), match.group(1)) + "\"");
        return mapper.readTree(text);
    }

    private static boolean refersTo(JsonNode schema, Set<String> names) {
        return REFERENCE.matcher(schema.toString()).results().anyMatch(reference -> names.contains(reference.group(1)));
    }
}
