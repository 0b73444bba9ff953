package org.consilium.conferencing.provider;

/** The doctor is late, 0 for not. */
public record Delay(int minutes) {}
