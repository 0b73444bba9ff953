package org.consilium.identity.api;

import java.util.UUID;

/** A medical organisation. */
public record Organisation(UUID id, String name) {}
