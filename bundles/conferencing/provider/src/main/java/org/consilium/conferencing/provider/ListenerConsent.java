package org.consilium.conferencing.provider;

/** What the patient's side says to a listener. */
public record ListenerConsent(Boolean consent) {}
