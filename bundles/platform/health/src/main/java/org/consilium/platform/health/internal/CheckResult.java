package org.consilium.platform.health.internal;

import java.time.Instant;
import org.consilium.platform.health.Health;

/** What a check found. */
record CheckResult(String name, boolean vital, Health health, long millis, Instant finishedAt) {}
