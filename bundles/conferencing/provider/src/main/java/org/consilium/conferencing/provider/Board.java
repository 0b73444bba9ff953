package org.consilium.conferencing.provider;

import java.util.List;

/** What changed on a board; {@code number} is that of its newest change. */
public record Board(long number, List<Element> elements) {}
