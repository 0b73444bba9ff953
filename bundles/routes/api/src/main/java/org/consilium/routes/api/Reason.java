package org.consilium.routes.api;

/**
 * A reason to finish without a conclusion.
 *
 * @param textRequired whether the doctor has to write a text beside it
 */
public record Reason(String code, LocalText title, boolean textRequired) {}
