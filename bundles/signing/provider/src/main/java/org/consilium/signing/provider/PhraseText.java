package org.consilium.signing.provider;

import java.util.UUID;

/**
 * A phrase as its doctor writes it.
 *
 * @param profile {@code null} for every profile
 * @param field of the form into which it goes
 * @param version as it was read; {@code null} for a new one
 */
public record PhraseText(UUID id, String profile, String field, String title, String text, Long version) {}
