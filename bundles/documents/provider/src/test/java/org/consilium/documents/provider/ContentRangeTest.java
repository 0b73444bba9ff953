package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=5-, 5, 99",
        "bytes=-10, 90, 99",
        "bytes=-500, 0, 99",
        "bytes=90-500, 90, 99",
        "bytes = 1-1, 1, 1"
    })
    void readsOneRange(String header, long first, long last) {
        assertEquals(Optional.of(new ContentRange(first, last)), ContentRange.parse(header, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void knowsWhatLiesBehindTheEnd(String header) {
        assertTrue(ContentRange.parse(header, 100).orElseThrow().isUnsatisfiable());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-1",
                "bytes=0-1,3-4",
                "lines=1-2",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void ignoresTheRest(String header) {
        assertTrue(ContentRange.parse(header, 100).isEmpty());
    }
}
