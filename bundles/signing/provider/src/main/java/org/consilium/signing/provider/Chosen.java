package org.consilium.signing.provider;

import java.util.UUID;

/** The document that is meant. */
public record Chosen(UUID documentId) {}
