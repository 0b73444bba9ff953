package org.consilium.conferencing.provider;

/** The number of a board's newest change. */
public record BoardNumber(long number) {}
