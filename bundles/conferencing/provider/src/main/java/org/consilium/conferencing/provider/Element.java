package org.consilium.conferencing.provider;

/**
 * An element of the board.
 *
 * @param version the higher one wins
 * @param nonce with equal versions the lower one wins
 * @param element the drawing's own JSON, an object
 */
public record Element(String id, long version, long nonce, String element) {}
