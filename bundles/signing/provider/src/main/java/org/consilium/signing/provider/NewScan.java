package org.consilium.signing.provider;

import java.util.List;
import java.util.UUID;

/** @param documentIds files of the request, in the order of the pages */
public record NewScan(UUID id, List<UUID> documentIds) {}
