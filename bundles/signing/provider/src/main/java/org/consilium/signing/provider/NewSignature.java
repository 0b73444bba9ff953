package org.consilium.signing.provider;

import java.util.UUID;

/** @param cms base64, with or without line ends, or PEM */
public record NewSignature(UUID id, UUID documentId, String cms) {}
