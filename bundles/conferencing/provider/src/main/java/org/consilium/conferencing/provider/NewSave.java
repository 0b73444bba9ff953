package org.consilium.conferencing.provider;

import java.util.UUID;

/** The board as it is goes to the request, beside its picture. */
public record NewSave(UUID id, UUID documentId) {}
