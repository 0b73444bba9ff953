package org.consilium.conferencing.provider;

import java.util.UUID;
import org.consilium.conferencing.api.Quality;

/** What a page measured; see {@link org.consilium.conferencing.api.Quality}. */
public record QualityReport(
        UUID connection, Quality.Level level, Quality.Rung rung, double lossPercent, int roundTripMs) {}
