package org.consilium.conferencing.provider;

/** What one says to a recording. */
public record RecordingConsent(Boolean agree) {}
