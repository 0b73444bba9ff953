package org.consilium.signing.provider.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class ConclusionPdfTest {
    @BeforeAll
    static void findTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Printed printed(String text) {
        return new Printed(
                List.of("ГБУЗ «Областная клиническая больница»", "г. Верхний Лог, ул. Больничная, 1"),
                "Заключение по результатам дистанционной консультации пациента",
                "№ 2026-000123 от 25.11.2026",
                List.of(
                        new Printed.Field("Пациент", "Иванова Анна Петровна"),
                        new Printed.Field("Дата рождения", "01.02.1980")),
                List.of(new Printed.Section("Жалобы", text), new Printed.Section("Рекомендации", "Явка")),
                List.of("Документ подписан электронной подписью."),
                Instant.parse("2026-11-25T10:00:00Z"));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void assertPdfA(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_B;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> result.getTestAssertions().stream()
                    .map(found -> found.getRuleId() + " " + found.getMessage())
                    .distinct()
                    .toList()
                    .toString());
        }
    }

    @Test
    void itIsPdfA2bForAnIndependentValidator() throws Exception {
        assertPdfA(ConclusionPdf.write(printed("Боль в горле, t° 37,5 – 38 «с утра»")));
    }

    @Test
    void aLongTextGoesOverSeveralPagesAndNothingIsLost() throws Exception {
        String word = "слово";
        byte[] pdf = ConclusionPdf.write(printed((word + " ").repeat(3000)));
        assertPdfA(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 4);
        }
        assertEquals(3000, text(pdf).split(word, -1).length - 1);
        assertTrue(text(pdf).contains("стр. 2 из"));
    }

    @Test
    void whatTheFontCannotShowStandsAsAFrame() throws Exception {
        byte[] pdf = ConclusionPdf.write(printed("улыбка 🙂 и иероглиф 漢, татарское ә, № 5\tи конец\u200b"));
        assertPdfA(pdf);
        String text = text(pdf);
        assertTrue(text.contains("улыбка □ и иероглиф □, татарское ә, № 5 и конец"), text);
    }

    @Test
    void aWordWiderThanTheLineIsCutAndNotLost() throws Exception {
        String text = text(ConclusionPdf.write(printed("Ж".repeat(500))));
        assertEquals(500, text.chars().filter(c -> c == 'Ж').count() - 1, "and the one of «Жалобы»");
    }
}
