package org.consilium.signing.provider.pdf;

import java.time.Instant;
import java.util.List;

/**
 * What stands on a document.
 *
 * @param institution lines of the head: name, address, licence of the institution
 * @param title «Протокол консилиума врачей»
 * @param number under the title, with the date
 * @param head who, when, whom: label and value on one line
 * @param sections the conclusion itself
 * @param foot small lines at the end
 * @param made for the metadata
 */
public record Printed(
        List<String> institution,
        String title,
        String number,
        List<Field> head,
        List<Section> sections,
        List<String> foot,
        Instant made) {
    /** A labelled value. */
    public record Field(String label, String value) {}

    /** A heading with text; lines of the text are paragraphs. */
    public record Section(String heading, String text) {}
}
