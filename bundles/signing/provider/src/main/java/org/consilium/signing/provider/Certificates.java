package org.consilium.signing.provider;

import java.util.List;

/** Certificates in base64 of DER. */
public record Certificates(List<String> certificates) {}
