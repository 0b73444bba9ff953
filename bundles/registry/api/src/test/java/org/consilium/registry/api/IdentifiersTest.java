package org.consilium.registry.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.consilium.registry.api.PersonQuery.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "SNILS,   112-233-445 95,          11223344595",
        "SNILS,   11223344595,             11223344595",
        "SNILS,   ' 112 233 445–95 ',      11223344595",
        "POLICY,  2657020837000348,        2657020837000348",
        "POLICY,  2657 0208 3700 0348,     2657020837000348",
        "POLICY,  78-А № 123456,           78А123456",
        "POLICY,  78-а 123456,             78А123456",
        "POLICY,  012345678,               012345678",
        "PASSPORT, 4010 123456,            4010123456",
        "PASSPORT, 40 10 № 123456,         4010123456",
        "PASSPORT, 4010:123456,            4010123456",
    })
    void separatorsAndCaseAreIgnored(Kind kind, String typed, String normal) {
        assertEquals(Optional.of(normal), Identifiers.normalise(kind, typed));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "SNILS;",
                "SNILS;''",
                "SNILS;'   '",
                "SNILS;112-233-445",
                "SNILS;112-233-445 955",
                "SNILS;112-233-445 9Б",
                "SNILS;١١٢٢٣٣٤٤٥٩٥",
                "POLICY;123",
                "POLICY;265702083700034",
                "POLICY;26570208370003481",
                "POLICY;АБВГДЕЖЗ",
                "POLICY;1234567%",
                "POLICY;' or 1=1 --123456",
                "PASSPORT;4010 12345",
                "PASSPORT;IV-АБ 123456",
            },
            delimiter = ';',
            quoteCharacter = '"')
    void whatCannotBeSuchAnIdentifierIsRefused(Kind kind, String typed) {
        assertEquals(Optional.empty(), Identifiers.normalise(kind, typed));
    }

    @Test
    void anEndlessTextIsRefused() {
        assertEquals(Optional.empty(), Identifiers.normalise(Kind.SNILS, " ".repeat(100_000) + "11223344595"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11223344595", "08765430300", "16000148392", "00100199899", "00000000000"})
    void aRightSnilsIsKnown(String snils) {
        assertTrue(Identifiers.hasRightCheckDigit(Kind.SNILS, snils));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11223344594", "08765430301", "16000148329", "00100199900"})
    void aWrongSnilsIsKnown(String snils) {
        assertFalse(Identifiers.hasRightCheckDigit(Kind.SNILS, snils));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2657020837000348", "5598718357093420"})
    void aRightPolicyIsKnown(String policy) {
        assertTrue(Identifiers.hasRightCheckDigit(Kind.POLICY, policy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2657020837000349", "5598718357093402", "2657020873000348"})
    void aWrongPolicyIsKnown(String policy) {
        assertFalse(Identifiers.hasRightCheckDigit(Kind.POLICY, policy));
    }

    @Test
    void oldPoliciesAndPassportsHaveNoCheckDigit() {
        assertTrue(Identifiers.hasRightCheckDigit(Kind.POLICY, "78А123456"));
        assertTrue(Identifiers.hasRightCheckDigit(Kind.PASSPORT, "4010123456"));
    }

    @Test
    void identifiersAreShownAsPeopleWriteThem() {
        assertEquals("112-233-445 95", Identifiers.display(Kind.SNILS, "11223344595"));
        assertEquals("4010 123456", Identifiers.display(Kind.PASSPORT, "4010123456"));
        assertEquals("2657020837000348", Identifiers.display(Kind.POLICY, "2657020837000348"));
    }
}
