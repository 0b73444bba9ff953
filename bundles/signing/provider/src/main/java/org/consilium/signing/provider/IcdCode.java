package org.consilium.signing.provider;

/** A code of МКБ-10. */
public record IcdCode(String code, String name, String chapter) {}
