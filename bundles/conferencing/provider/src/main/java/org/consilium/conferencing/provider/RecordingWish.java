package org.consilium.conferencing.provider;

/** The host wants a recording, or ends it. */
public record RecordingWish(Boolean on) {}
