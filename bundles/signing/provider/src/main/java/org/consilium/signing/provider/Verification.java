package org.consilium.signing.provider;

import java.time.Instant;

/** @param technical always true: legally a certified tool decides */
public record Verification(boolean valid, String code, Instant checkedAt, Signature signature, boolean technical) {}
