package org.consilium.signing.provider.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font, embedded as far as it is used: Liberation Sans, which PDFBox carries (SIL Open Font License). What it has no shape for is printed as □, so
 * that nothing disappears without a trace.
 */
final class TextFont {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int MISSING = '□';
    private static final float UNITS = 1000;

    private final PDType0Font font;

    TextFont(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            font = PDType0Font.load(document, in, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(text) * size / UNITS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with what the font cannot show replaced, and blanks of all kinds made plain. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                printable.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
                printable.appendCodePoint(canShow(c) ? c : MISSING);
            }
        });
        return printable.toString();
    }

    private boolean canShow(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    /** Lines that fit; a word that is wider than a line is cut. */
    List<String> wrapped(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).strip().split(" +")) {
            String candidate = line.isEmpty() ? word : line + " " + word;
            if (width(candidate, size) <= width) {
                line.setLength(0);
                line.append(candidate);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(cut(word, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    private String cut(String word, float size, float width, List<String> lines) {
        String rest = word;
        while (width(rest, size) > width) {
            int fits = 1;
            while (width(rest.substring(0, rest.offsetByCodePoints(0, fits + 1)), size) <= width) {
                fits++;
            }
            int end = rest.offsetByCodePoints(0, fits);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
