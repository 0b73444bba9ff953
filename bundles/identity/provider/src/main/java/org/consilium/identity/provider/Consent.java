package org.consilium.identity.provider;

/** Whether the patient's side consented, and to what it is asked to. */
public record Consent(boolean given, String version, String text) {}
