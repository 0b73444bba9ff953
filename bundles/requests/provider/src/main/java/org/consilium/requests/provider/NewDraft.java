package org.consilium.requests.provider;

import java.util.UUID;

/** Begins a draft. */
public record NewDraft(UUID id, String routeId, String profile) {}
