package org.consilium.signing.provider;

import static org.consilium.signing.provider.SigningHouse.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** МКБ-10 and phrases. */
@ParameterizedClass
@EnumSource(Engine.class)
class WritingAidsTest {
    private static final String HEAD = "ID;REC_CODE;MKB_CODE;MKB_NAME;ID_PARENT;ADDL_CODE;ACTUAL;DATE\n";

    private final SigningHouse house;

    WritingAidsTest(Engine engine) {
        house = new SigningHouse(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> codes(String typed) {
        return house.icd.search(typed, 30).stream().map(IcdCode::code).toList();
    }

    @Test
    void theBundledListIsFoundByCodeInEitherLayoutAndByWords() {
        new IcdImport(house.icd);
        assertTrue(house.icd.count() > 200);
        for (String typed : List.of("J06.9", "j069", "j06", "О06.9", "о069", " J 06 9 ")) {
            assertTrue(codes(typed).contains("J06.9"), typed);
        }
        assertEquals(List.of("J06.9"), codes("остр верхн дыхат"));
        assertEquals(List.of("I10"), codes("эссенциальная гипертен"));
        assertEquals(List.of("D50.9"), codes("железодефицитная"));
        assertEquals(List.of(), codes("Q99.9"));
        assertEquals(List.of(), codes("   "));
        assertEquals(
                "Болезни органов дыхания", house.icd.search("J18.9", 1).get(0).chapter());
    }

    @Test
    void anOperatorsListReplacesTheFormerOne() throws Exception {
        IcdImport icd = new IcdImport(house.icd);
        String csv = HEAD
                + "1;01;\"I\";\"ИНФЕКЦИИ\";;;1;\n"
                + "2;0101;\"A00-A09\";\"КИШЕЧНЫЕ\";1;;1;\n"
                + "3;0101A00;\"A00\";\"Холера\";2;;1;\n"
                + "4;0101A000;\"A00.0\";\"Холера; биовар \"\"cholerae\"\"\";3;;1;\n"
                + "5;0101A001;\"A00.1\";\"Холера старая\";3;;0;01.01.2020\n";
        assertEquals(new IcdImport.Result(2, 3), icd.importAll(new StringReader(csv)));
        assertEquals(2, house.icd.count());
        assertEquals(List.of("A00", "A00.0"), codes("хол"));
        IcdCode found = house.icd.search("A00.0", 1).get(0);
        assertEquals("Холера; биовар \"cholerae\"", found.name());
        assertEquals("ИНФЕКЦИИ", found.chapter());
        icd.importAll(new StringReader(csv.replace("Холера;", "Холера иная;")));
        assertEquals(List.of("A00.0"), codes("иная"), "again, with another name");
        assertThrows(IOException.class, () -> icd.importAll(new StringReader("a;b\n1;2\n")));
        assertEquals(2, house.icd.count());
        new IcdImport(house.icd);
        assertEquals(2, house.icd.count(), "the bundled list does not come back");
    }

    @Test
    void phrasesAreTheProfilesAndTheOwn() {
        assertTrue(house.phrases.find(house.consultant, "97", "recommendations").stream()
                .anyMatch(phrase -> !phrase.own() && "97".equals(phrase.profile())));
        assertTrue(
                house.phrases.find(house.consultant, null, null).stream().allMatch(phrase -> phrase.profile() == null));
        UUID id = Uuid7.next();
        Phrase mine = house.phrases.add(house.consultant, text(id, null, "Покой", "Постельный режим", null));
        assertEquals(mine, house.phrases.add(house.consultant, text(id, null, "Покой", "Другой", null)), "twice");
        assertTrue(house.phrases.find(house.consultant, "97", "recommendations").contains(mine));
        assertTrue(house.phrases.find(house.filer, "97", "recommendations").stream()
                .noneMatch(Phrase::own));
        Phrase changed = house.phrases.change(house.consultant, id, text(id, "97", "Покой", "Режим", mine.version()));
        assertEquals("Режим", changed.text());
        refused(
                409,
                "signing.changed-meanwhile",
                () -> house.phrases.change(house.consultant, id, text(id, null, "Покой", "Режим", mine.version())));
        refused(
                404,
                "signing.not-found",
                () -> house.phrases.change(house.filer, id, text(id, null, "Покой", "Режим", changed.version())));
        refused(404, "signing.not-found", () -> house.phrases.remove(house.filer, id));
        refused(409, "signing.id-taken", () -> house.phrases.add(house.filer, text(id, null, "Покой", "Режим", null)));
        refused(
                422,
                "signing.phrase-incomplete",
                () -> house.phrases.add(house.filer, text(Uuid7.next(), null, " ", "x", null)));
        house.phrases.remove(house.consultant, id);
        assertTrue(house.phrases.find(house.consultant, "97", null).stream().noneMatch(Phrase::own));
    }

    private static PhraseText text(UUID id, String profile, String title, String text, Long version) {
        return new PhraseText(id, profile, "recommendations", title, text, version);
    }
}
