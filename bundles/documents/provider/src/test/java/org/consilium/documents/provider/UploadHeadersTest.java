package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadHeadersTest {
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    @Test
    void readsNamesInAnyScript() {
        NewFile file = new UploadHeaders(ID, "%D0%B0+b%2F%25.txt", "%D0%B1", null).file();
        assertEquals(new NewFile(UUID.fromString(ID), "а+b/%.txt", "б", null), file);
        assertEquals(
                UUID.fromString(ID), new UploadHeaders(ID, "a", null, ID).file().requestId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1-1-1-1-1", "nonsense"})
    void refusesAnIdThatIsNone(String id) {
        UploadHeaders headers = new UploadHeaders(id, "a", null, null);
        assertEquals(
                "documents.bad-upload",
                assertThrows(ConsiliumException.class, headers::file).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%FF%FE", "%D0"})
    void refusesANameThatIsNotEncoded(String name) {
        UploadHeaders headers = new UploadHeaders(ID, name, null, null);
        assertEquals(
                "documents.bad-name",
                assertThrows(ConsiliumException.class, headers::file).code());
    }
}
