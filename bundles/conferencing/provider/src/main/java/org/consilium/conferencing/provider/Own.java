package org.consilium.conferencing.provider;

import java.util.UUID;

/** What one sends from now on. */
public record Own(UUID connection, boolean microphone, boolean camera, boolean broadcasting, boolean screen) {}
