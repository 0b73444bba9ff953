package org.consilium.requests.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardLayoutTest {
    @ParameterizedTest
    @CsvSource(
            value = {"Bdfyjd|иванов", "[jhjitd|хорошев", "`krby|ёлкин", "GTNHJD|петров", "\"lbr|эдик", "K.,bvjd|любимов"
            },
            delimiter = '|',
            quoteCharacter = '^')
    void latinKeysGiveRussianLetters(String typed, String russian) {
        assertEquals(russian, KeyboardLayout.inRussian(typed));
    }

    @Test
    void otherTextsAreLeftAlone() {
        assertNull(KeyboardLayout.inRussian("Иванов"));
        assertNull(KeyboardLayout.inRussian("Иванов Bdfy"));
        assertNull(KeyboardLayout.inRussian("2026-000123"));
        assertNull(KeyboardLayout.inRussian(""));
    }

    @Test
    void aTermIsReadBothWays() {
        assertEquals(
                List.of(List.of("bdfyjd"), List.of("иванов")),
                SearchTerm.parse("Bdfyjd").get(0).alternatives());
        assertEquals(
                List.of(List.of("2026000123"), List.of("n2026000123")),
                SearchTerm.parse("№ 2026 000-123").get(0).alternatives());
        assertEquals(
                List.of(List.of("любимов")), SearchTerm.parse("любимов").get(0).alternatives());
        assertEquals(List.of(), SearchTerm.parse(" № … "));
        assertEquals(List.of(), SearchTerm.parse(null));
        assertEquals(6, SearchTerm.parse("a b c d e f g h i j").size());
    }
}
