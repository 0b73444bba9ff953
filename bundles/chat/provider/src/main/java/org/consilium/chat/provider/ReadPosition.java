package org.consilium.chat.provider;

/** @param upTo the number of the newest message that was read */
public record ReadPosition(long upTo) {}
