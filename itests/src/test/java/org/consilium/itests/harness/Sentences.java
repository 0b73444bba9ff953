package org.consilium.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the interface says for each error code, read from its sources. */
public final class Sentences {
    private static final Path SOURCES =
            Path.of(System.getProperty("consilium.root", "..")).resolve("bundles/ui/src/main/web/src");

    private Sentences() {}

    /** The sentences of a language ({@code ru}, {@code en}) by code. */
    public static Map<String, String> of(String language) {
        Map<String, String> sentences = new TreeMap<>();
        try (Stream<Path> files =
                Files.find(SOURCES, 6, (path, attributes) -> path.endsWith("errors." + language + ".json"))) {
            for (Path file : files.toList()) {
                JsonNode read = new ObjectMapper().readTree(file.toFile());
                read.fields()
                        .forEachRemaining(entry ->
                                sentences.put(entry.getKey(), entry.getValue().asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
