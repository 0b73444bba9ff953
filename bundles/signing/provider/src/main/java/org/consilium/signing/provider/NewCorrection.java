package org.consilium.signing.provider;

/** Puts a signed conclusion right. */
public record NewCorrection(CorrectionKind kind, String reason) {}
