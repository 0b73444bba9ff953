package org.consilium.routes.api;

/**
 * A text in both languages of the user interface. Plain text, no markup.
 *
 * @param ru Russian, obligatory
 * @param en English, obligatory
 */
public record LocalText(String ru, String en) {}
