package org.consilium.platform.events.internal;

import java.time.Instant;

/** What is kept for a consumer. */
record Backlog(String consumer, boolean parked, long count, Instant oldest) {}
