package org.consilium.conferencing.provider;

import java.util.UUID;

/** The tab that says something. */
public record Tab(UUID connection) {}
