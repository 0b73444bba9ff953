package org.consilium.signing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedRecordTest {
    private static final UUID REQUEST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final List<SealedRecord.Line> LINES = List.of(
            line("identity", "consent", Map.of("version", "1")),
            line("chat", "message", Map.of("text", "Болит \"здесь\"\nи там 🙂", "number", "1")),
            line("signing", "signed", Map.of("sha256", "ab")));

    private final SealedRecord.Sealed sealed = SealedRecord.seal(REQUEST, LINES);

    @Test
    void anUntouchedRecordIsUnchanged() {
        SealedRecord.Finding finding = SealedRecord.check(sealed.text(), sealed.seal());
        assertTrue(finding.isUnchanged(), finding.problem());
        assertEquals(sealed.seal(), finding.seal());
        assertEquals(5, sealed.text().lines().count(), "a text with a line end stays on its line");
    }

    @Test
    void theFirstChangedEntryIsNamed() {
        SealedRecord.Finding finding = SealedRecord.check(sealed.text().replace("здесь", "там"), null);
        assertFalse(finding.isUnchanged());
        assertEquals(3, finding.line());
        assertTrue(finding.problem().contains("entry 2 (chat, message"), finding.problem());
    }

    @Test
    void removedMovedAndAddedEntriesAreFound() {
        List<String> lines = sealed.text().lines().toList();
        assertEquals(3, SealedRecord.check(joined(lines, 0, 1, 3, 4), null).line());
        assertEquals(2, SealedRecord.check(joined(lines, 0, 2, 1, 3, 4), null).line());
        assertEquals(
                4, SealedRecord.check(joined(lines, 0, 1, 2, 2, 3, 4), null).line());
        assertEquals(4, SealedRecord.check(joined(lines, 0, 1, 2, 4), null).line());
        assertEquals(
                6, SealedRecord.check(joined(lines, 0, 1, 2, 3, 4, 3), null).line());
        assertFalse(SealedRecord.check(joined(lines, 0, 1, 2, 3), null).isUnchanged());
        assertFalse(SealedRecord.check(joined(lines, 1, 2, 3, 4), null).isUnchanged());
        assertFalse(SealedRecord.check("", null).isUnchanged());
    }

    @Test
    void aWholeRecordMadeAnewHasAnotherSeal() {
        SealedRecord.Sealed forged = SealedRecord.seal(REQUEST, LINES.subList(0, 2));
        assertTrue(SealedRecord.check(forged.text(), null).isUnchanged());
        assertFalse(SealedRecord.check(forged.text(), sealed.seal()).isUnchanged());
    }

    @Test
    void theCommandSaysWhatItFound(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("record.txt"), sealed.text());
        assertEquals("0 unchanged, seal " + sealed.seal(), command(file.toString(), sealed.seal()));
        Files.writeString(file, sealed.text().replace("consent", "refusal"));
        assertTrue(command(file.toString()).startsWith("1 CHANGED, line 2: entry 1 (identity, refusal"));
        assertTrue(command(folder.resolve("none").toString()).startsWith("2 cannot read"));
        assertTrue(command().startsWith("2 usage"));
    }

    private static String command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int result = RecordCheck.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return result + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private static String joined(List<String> lines, int... which) {
        StringBuilder text = new StringBuilder();
        for (int index : which) {
            text.append(lines.get(index)).append('\n');
        }
        return text.toString();
    }

    private static SealedRecord.Line line(String section, String what, Map<String, String> details) {
        return new SealedRecord.Line(section, Instant.parse("2026-11-25T10:00:00Z"), what, details);
    }
}
