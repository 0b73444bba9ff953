package org.consilium.requests.provider;

import java.util.UUID;

/** Begins a further request. @param id of the new draft, made by the client */
public record FollowUp(UUID id) {}
