package org.consilium.platform.events.internal;

/** A claimed delivery. */
record Delivery(long id, String consumer, String eventType, String key, String payload, int attempts) {}
