package org.consilium.conferencing.provider;

/** The host's hand on another's microphone; it can only switch off. */
public record MicrophoneSwitch(Boolean on) {}
