package org.consilium.signing.provider;

/**
 * Where an inserted text came from.
 *
 * @param field of the form
 * @param kind MESSAGE, FILE or CONCLUSION
 * @param id of the message, file or document
 * @param title as the doctor saw it
 */
public record Source(String field, String kind, String id, String title) {
    Source clean() {
        return new Source(CleanText.of(field), CleanText.of(kind), CleanText.of(id), CleanText.of(title));
    }
}
