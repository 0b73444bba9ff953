package org.consilium.documents.provider.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;

/** Says what a file is, or refuses it. Thread-safe. */
public final class KindDetector {
    /** Text comes last: it has no beginning of its own. */
    private static final List<Format> FORMATS = List.of(
            new PdfFormat(),
            new JpegFormat(),
            new PngFormat(),
            new WebpFormat(),
            new HeicFormat(),
            new DicomFormat(),
            new OfficeFormat(FileKind.DOCX, "word/document.xml"),
            new OfficeFormat(FileKind.XLSX, "xl/workbook.xml"),
            new TextFormat());

    private final long maxPixels;

    public KindDetector(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * The kind of a file, whatever its name or its sender say.
     *
     * @throws ConsiliumException 415 {@code documents.refused-type}, also for a file that is two things at once; 422
     *     {@code documents.too-many-pixels}; 422 {@code documents.empty}
     */
    public FileKind detect(Path path) {
        try (FileBytes file = new FileBytes(path)) {
            return detect(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileKind detect(FileBytes file) throws IOException {
        if (file.size() == 0) {
            throw new ConsiliumException(ConsiliumException.Status.INVALID, "documents.empty", "the file is empty");
        }
        for (Format format : FORMATS) {
            if (format.begins(file)) {
                if (!format.isSound(file) || SecondNature.of(file, format.kind())) {
                    break;
                }
                checkPixels(format.pixels(file));
                return format.kind();
            }
        }
        throw new ConsiliumException(
                ConsiliumException.Status.UNSUPPORTED_TYPE,
                "documents.refused-type",
                "content of a kind that is not let in");
    }

    private void checkPixels(long pixels) {
        if (pixels > maxPixels) {
            throw new ConsiliumException(
                    ConsiliumException.Status.INVALID,
                    "documents.too-many-pixels",
                    "an image of too many pixels",
                    Map.of("maxMegapixels", maxPixels / 1_000_000),
                    null);
        }
    }
}
