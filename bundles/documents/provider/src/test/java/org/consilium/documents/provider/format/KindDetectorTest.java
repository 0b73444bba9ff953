package org.consilium.documents.provider.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KindDetectorTest {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String RUSSIAN = "Жалобы: головная боль, t 37,5 °C.\r\nАД 140/90 < 150. Ёж — №1\n";

    private final KindDetector detector = new KindDetector(50_000_000);

    @TempDir
    Path folder;

    static Stream<Arguments> letIn() {
        return Stream.of(
                arguments("PDF", FileKind.PDF, Samples.pdf()),
                arguments("JPEG", FileKind.JPEG, Samples.jpeg()),
                arguments("progressive JPEG with metadata", FileKind.JPEG, Samples.jpegOf(4000, 3000)),
                arguments(
                        "JPEG with a film behind it, as phones write",
                        FileKind.JPEG,
                        Samples.joined(Samples.jpeg(), Samples.heic("mp42", "isom", 10, 10))),
                arguments("PNG", FileKind.PNG, Samples.png()),
                arguments("largest PNG", FileKind.PNG, Samples.hugePng(10_000, 5_000)),
                arguments("WebP", FileKind.WEBP, Samples.webp(640, 480)),
                arguments("lossy WebP", FileKind.WEBP, Samples.lossyWebp(640, 480)),
                arguments("lossless WebP", FileKind.WEBP, Samples.losslessWebp(640, 480)),
                arguments("HEIC", FileKind.HEIC, Samples.heic("heic", "mif1heic", 4032, 3024)),
                arguments("HEIC of a neutral brand", FileKind.HEIC, Samples.heic("mif1", "mif1heic", 4032, 3024)),
                arguments("DICOM", FileKind.DICOM, Samples.dicom()),
                arguments("text", FileKind.TXT, Samples.text(RUSSIAN, StandardCharsets.UTF_8)),
                arguments(
                        "text with a byte order mark",
                        FileKind.TXT,
                        Samples.text("\uFEFF" + RUSSIAN, StandardCharsets.UTF_8)),
                arguments("text of an older Windows", FileKind.TXT, Samples.text(RUSSIAN, WINDOWS_1251)),
                arguments("long text", FileKind.TXT, Samples.text(RUSSIAN.repeat(5000), StandardCharsets.UTF_8)),
                arguments("DOCX", FileKind.DOCX, Samples.docx()),
                arguments("XLSX", FileKind.XLSX, Samples.xlsx()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letIn")
    void letsIn(String name, FileKind kind, byte[] content) throws IOException {
        assertEquals(kind, detector.detect(file(content)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "SVG with a script",
                        utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                arguments("HTML, whatever its name", utf8("<!DOCTYPE html><html><body>hello</body></html>")),
                arguments("HTML behind a byte order mark", utf8("\uFEFF \n<html><body>hello</body></html>")),
                arguments("HTML behind words", utf8("hello\n".repeat(20_000) + "<ScRiPt src=x></script>")),
                arguments("HTML in windows-1251", Samples.text("Привет <body onload=x>", WINDOWS_1251)),
                arguments("XML", utf8("<?xml version=\"1.0\"?><a/>")),
                arguments("XML without a declaration", utf8("<a><b/></a>")),
                arguments(
                        "polyglot that is HTML first and PDF after", Samples.joined(utf8("<html><!--"), Samples.pdf())),
                arguments("PDF behind white space", Samples.joined(utf8("\n\n"), Samples.pdf())),
                arguments(
                        "PDF with HTML in its first comment",
                        Samples.latin("%PDF-1.4\n%<script>alert(1)</script>\n%%EOF\n")),
                arguments("PDF and ZIP", Samples.joined(Samples.pdf(), Samples.zip("a.class"))),
                arguments("PDF cut off", java.util.Arrays.copyOf(Samples.pdf(), 60)),
                arguments("JPEG and ZIP", Samples.joined(Samples.jpeg(), Samples.zip("a.txt"))),
                arguments("JPEG and ZIP with a comment", zipWithComment()),
                arguments(
                        "JPEG and RAR",
                        Samples.joined(Samples.jpeg(), Samples.latin("Rar!\u001A\u0007\u0001\u0000"), new byte[99])),
                arguments(
                        "PNG and 7z",
                        Samples.joined(Samples.png(), Samples.latin("7z\u00BC\u00AF\u0027\u001C"), new byte[99])),
                arguments("JPEG and tar", tar()),
                arguments("JPEG without a frame", Samples.latin("\u00FF\u00D8\u00FF\u00E0\u0000\u0004ab\u00FF\u00D9")),
                arguments("JPEG cut off", java.util.Arrays.copyOf(Samples.jpeg(), 20)),
                arguments("PNG without its header", Samples.latin("\u0089PNG\r\n\u001A\nabcdefgh")),
                arguments("PNG of no width", Samples.hugePng(0, 5)),
                arguments("GIF", Samples.latin("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;")),
                arguments("WebP cut off", java.util.Arrays.copyOf(Samples.webp(5, 5), 22)),
                arguments("film", Samples.heic("isom", "isommp42", 10, 10)),
                arguments("AVIF", Samples.heic("mif1", "avifmif1", 10, 10)),
                arguments("HEIC without a size", java.util.Arrays.copyOf(Samples.heic("heic", "mif1heic", 9, 9), 24)),
                arguments("DICOM with a program in its preamble", withProgram(Samples.dicom())),
                arguments("ZIP", Samples.zip("a.txt")),
                arguments(
                        "JAR that plays DOCX",
                        Samples.zip("META-INF/MANIFEST.MF", "[Content_Types].xml", "word/document.xml")),
                arguments(
                        "DOCX with macros",
                        Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                arguments("DOCX with a program", Samples.zip("[Content_Types].xml", "word/document.xml", "word/a.EXE")),
                arguments(
                        "DOCX with a way out", Samples.zip("[Content_Types].xml", "word/document.xml", "../../etc/x")),
                arguments("DOCX and XLSX", Samples.zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")),
                arguments("DOCX without its list of types", Samples.zip("word/document.xml")),
                arguments("presentation", Samples.zip("[Content_Types].xml", "ppt/presentation.xml")),
                arguments("DOCX behind HTML", Samples.joined(utf8("<html>"), Samples.docx())),
                arguments("DOCX before something else", Samples.joined(Samples.docx(), utf8("tail"))),
                arguments("Windows program", Samples.joined(Samples.latin("MZ\u0090\0\u0003"), new byte[200])),
                arguments("Linux program", Samples.joined(Samples.latin("\u007FELF\u0002\u0001"), new byte[200])),
                arguments("shell script", utf8("#!/bin/sh\nrm -rf /\n")),
                arguments("RTF", utf8("{\\rtf1\\ansi hello}")),
                arguments("gzip", Samples.latin("\u001F\u008B\u0008\0\0\0\0\0")),
                arguments("bytes that are no text", Samples.latin("\u0081\u0082\u0083\u0084\u0085\u0086 abc")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String name, byte[] content) throws IOException {
        Path file = file(content);
        ConsiliumException refusal = assertThrows(ConsiliumException.class, () -> detector.detect(file));
        assertEquals("documents.refused-type", refusal.code());
        assertEquals(415, refusal.status().http());
    }

    static Stream<Arguments> tooManyPixels() {
        return Stream.of(
                arguments("PNG", Samples.hugePng(30_000, 30_000)),
                arguments("PNG whose size does not fit 32 bits", Samples.hugePng(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                arguments("JPEG", Samples.jpegOf(30_000, 30_000)),
                arguments("WebP", Samples.webp(16_000, 16_000)),
                arguments("lossless WebP", Samples.losslessWebp(16_000, 16_000)),
                arguments("HEIC", Samples.heic("heic", "mif1heic", 30_000, 30_000)),
                arguments("HEIC whose size does not fit 32 bits", Samples.heic("heic", "mif1heic", -1, -1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooManyPixels")
    void refusesImagesThatNobodyCouldDecode(String name, byte[] content) throws IOException {
        Path file = file(content);
        ConsiliumException refusal = assertThrows(ConsiliumException.class, () -> detector.detect(file));
        assertEquals("documents.too-many-pixels", refusal.code());
        assertEquals(422, refusal.status().http());
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = file(new byte[0]);
        assertEquals(
                "documents.empty",
                assertThrows(ConsiliumException.class, () -> detector.detect(file))
                        .code());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("incoming"), content);
    }

    private static byte[] utf8(String text) {
        return Samples.text(text, StandardCharsets.UTF_8);
    }

    private static byte[] zipWithComment() {
        byte[] zip = Samples.zip("a.txt");
        zip[zip.length - 2] = 5;
        return Samples.joined(Samples.jpeg(), zip, utf8("hello"));
    }

    private static byte[] tar() {
        byte[] tar = java.util.Arrays.copyOf(Samples.jpegOf(10, 10), 512);
        System.arraycopy(utf8("ustar"), 0, tar, 257, 5);
        return tar;
    }

    private static byte[] withProgram(byte[] dicom) {
        dicom[0] = 'M';
        dicom[1] = 'Z';
        return dicom;
    }
}
