package org.consilium.signing.provider.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Lines from top to bottom over as many A4 pages as it takes. Sizes in points. */
final class PageFlow implements AutoCloseable {
    static final float LEFT = 62;
    private static final float RIGHT = 45;
    private static final float TOP = 48;
    private static final float BOTTOM = 58;
    private static final float LEADING = 1.32f;
    private static final float BOLD_STROKE = 0.35f;
    private static final float NUMBER_SIZE = 8;
    private static final float NUMBER_AT = 32;

    private final PDDocument document;
    private final TextFont font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream stream;
    private float y;

    PageFlow(PDDocument document, TextFont font) throws IOException {
        this.document = document;
        this.font = font;
        newPage();
    }

    static float width() {
        return PDRectangle.A4.getWidth() - LEFT - RIGHT;
    }

    /** Lines of a text, from an indent on. */
    void text(String text, float size, float indent, boolean bold) throws IOException {
        for (String line : font.wrapped(text, size, width() - indent)) {
            line(line, size, LEFT + indent, bold);
        }
    }

    void centred(String text, float size, boolean bold) throws IOException {
        for (String line : font.wrapped(text, size, width())) {
            line(line, size, LEFT + (width() - font.width(line, size)) / 2, bold);
        }
    }

    /** A label and its value beside it; a long value goes on below, at the same indent. */
    void field(String label, String value, float size, float indent) throws IOException {
        List<String> labels = font.wrapped(label, size, indent - size);
        List<String> values = font.wrapped(value, size, width() - indent);
        for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
            room(size);
            if (i < labels.size()) {
                write(labels.get(i), size, LEFT, false);
            }
            if (i < values.size()) {
                write(values.get(i), size, LEFT + indent, true);
            }
            y -= size * LEADING;
        }
    }

    void gap(float height) {
        y -= height;
    }

    /** Sees to it that so much fits on the page, so that a heading does not stand alone at its end. */
    void keepTogether(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    void rule() throws IOException {
        room(1);
        stream.setLineWidth(BOLD_STROKE);
        stream.moveTo(LEFT, y);
        stream.lineTo(LEFT + width(), y);
        stream.stroke();
    }

    private void line(String text, float size, float x, boolean bold) throws IOException {
        room(size);
        write(text, size, x, bold);
        y -= size * LEADING;
    }

    private void room(float size) throws IOException {
        if (y - size * LEADING < BOTTOM) {
            newPage();
        }
    }

    private void write(String text, float size, float x, boolean bold) throws IOException {
        write(stream, text, size, x, y - size, bold);
    }

    private void write(PDPageContentStream on, String text, float size, float x, float at, boolean bold)
            throws IOException {
        on.beginText();
        on.setFont(font.font(), size);
        on.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        on.setLineWidth(BOLD_STROKE);
        on.newLineAtOffset(x, at);
        on.showText(text);
        on.endText();
    }

    private void newPage() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        stream = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - TOP;
    }

    /** Ends the last page and numbers all of them, each with the document's name, so that printed sheets stay together. */
    void finish(String name) throws IOException {
        stream.close();
        for (int i = 0; i < pages.size(); i++) {
            try (PDPageContentStream foot = new PDPageContentStream(
                    document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                String number = "стр. " + (i + 1) + " из " + pages.size();
                write(foot, font.printable(name), NUMBER_SIZE, LEFT, NUMBER_AT, false);
                float x = LEFT + width() - font.width(number, NUMBER_SIZE);
                write(foot, number, NUMBER_SIZE, x, NUMBER_AT, false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
