package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Distribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * docs/openapi.json is what the distribution answers, so that a change of the REST interface is seen in a review. Written anew with
 * {@code -Dconsilium.openapi.write=true}.
 */
class OpenApiIT {
    private static final Path FILE =
            Path.of(System.getProperty("consilium.root", "..")).resolve("docs/openapi.json");

    private static Api.Answer answer;

    @BeforeAll
    static void ask() throws IOException {
        answer = new Api(Distribution.shared()).get("/api/openapi.json");
        if (Boolean.getBoolean("consilium.openapi.write")) {
            Files.writeString(FILE, text());
        }
    }

    @Test
    void theDocumentIsTheOneInDocs() throws IOException {
        assertEquals(
                Files.readString(FILE),
                text(),
                "run this test with -Dconsilium.openapi.write=true and look at the difference");
    }

    @Test
    void everyOperationHasANameOfItsOwnAndEveryReferenceLeadsSomewhere() {
        Set<String> names = new TreeSet<>();
        JsonNode document = answer.ok();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    String name = operation.path("operationId").asText();
                    assertTrue(!name.isEmpty() && names.add(name), "no name or not unique: " + name);
                }));
        assertTrue(names.size() > 40, "only " + names);
        for (String reference : document.findValuesAsText("$ref")) {
            assertTrue(document.at(reference.substring(1)).isObject(), reference + " leads nowhere");
        }
    }

    /** Two domains have messages and pages of them: each page holds its own. */
    @Test
    void aPageOfOneDomainHoldsNothingOfAnother() {
        JsonNode schemas = answer.ok().at("/components/schemas");
        assertEquals(
                "#/components/schemas/Message",
                schemas.at("/MessagePage/properties/items/items/$ref").asText());
        assertEquals(
                "#/components/schemas/ConferencingMessage",
                schemas.at("/ConferencingMessagePage/properties/items/items/$ref")
                        .asText());
    }

    /** In a stable form, whatever the server's line ends. */
    private static String text() throws IOException {
        JsonNode document = new ObjectMapper().readTree(new String(answer.raw().body(), StandardCharsets.UTF_8));
        return document.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
