package org.consilium.identity.provider;

/** What is asked before anything is shown; the birth date always. */
public record Challenge(boolean needsLastFour) {}
