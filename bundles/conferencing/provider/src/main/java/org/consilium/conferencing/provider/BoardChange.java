package org.consilium.conferencing.provider;

import java.util.List;
import java.util.UUID;

/** Somebody drew. */
public record BoardChange(UUID connection, List<Element> elements) {}
