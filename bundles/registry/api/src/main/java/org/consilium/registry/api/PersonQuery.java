package org.consilium.registry.api;

/**
 * A search by exactly one identifier.
 *
 * @param value as typed; separators are ignored, see {@link Identifiers#normalise}
 */
public record PersonQuery(Kind kind, String value) {
    /** Which identifier it is. */
    public enum Kind {
        SNILS,
        POLICY,
        PASSPORT
    }
}
