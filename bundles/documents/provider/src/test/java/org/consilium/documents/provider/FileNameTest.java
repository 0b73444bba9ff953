package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.consilium.documents.provider.format.FileKind;
import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                ".",
                "..",
                "../../etc/x",
                "a/b.pdf",
                "a\\b.pdf",
                "C:\\x.pdf",
                "a\u0000.pdf",
                "a\nb.pdf",
                "a\u007F.pdf",
                "a\u202Efdp.exe",
                "a\u2066.pdf",
                "a\u2028.pdf",
                "a\uD800.pdf",
                "a\uFFFD.pdf"
            })
    void refusesWhatIsNoName(String name) {
        ConsiliumException refusal = assertThrows(ConsiliumException.class, () -> FileName.checked(name, FileKind.PDF));
        assertEquals("documents.bad-name", refusal.code());
        assertEquals(422, refusal.status().http());
    }

    @ParameterizedTest
    @CsvSource({
        "Выписка № 5 (копия).pdf, PDF, Выписка № 5 (копия).pdf",
        "SCAN.PDF, PDF, SCAN.PDF",
        "photo.jpeg, JPEG, photo.jpeg",
        "photo, JPEG, photo.jpg",
        "pdf, PDF, pdf.pdf",
        "photo.html, JPEG, photo.html.jpg",
        "run.bat, TXT, run.bat.txt",
        "run.bat., TXT, run.bat..txt",
        "'  a: <b>.txt  ', TXT, a: <b>.txt",
        "..hidden.txt, TXT, ..hidden.txt",
    })
    void keepsTheNameButNotAnEndingOfAnotherKind(String typed, FileKind kind, String kept) {
        assertEquals(kept, FileName.checked(typed, kind));
    }

    @Test
    void keepsLettersInOnePiece() {
        assertEquals("йод.txt", FileName.checked("и\u0306од.txt", FileKind.TXT));
    }

    @Test
    void hasAnEndToItsLength() {
        assertEquals(
                255, FileName.checked("a".repeat(251) + ".pdf", FileKind.PDF).length());
        assertThrows(ConsiliumException.class, () -> FileName.checked("a".repeat(252) + ".pdf", FileKind.PDF));
        assertThrows(ConsiliumException.class, () -> FileName.checked("a".repeat(252), FileKind.PDF));
    }

    @Test
    void foldersAreTextAsWell() {
        assertEquals("", FileName.checkedFolder(null));
        assertEquals("", FileName.checkedFolder("  "));
        assertEquals("Мои снимки", FileName.checkedFolder("Мои снимки"));
        assertThrows(ConsiliumException.class, () -> FileName.checkedFolder("a/b"));
        assertThrows(ConsiliumException.class, () -> FileName.checkedFolder("a".repeat(101)));
    }
}
