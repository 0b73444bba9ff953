package org.consilium.signing.provider;

import java.util.UUID;

/** @param version of the draft that was read */
public record NewDocument(UUID id, long version) {}
