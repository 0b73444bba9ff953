package org.consilium.routes.api;

/**
 * A medical-care profile that a route offers.
 *
 * @param code code of НСИ 1.2.643.5.1.13.13.11.1119, for example {@code 97} for «терапия»
 */
public record Profile(String code, LocalText title) {}
