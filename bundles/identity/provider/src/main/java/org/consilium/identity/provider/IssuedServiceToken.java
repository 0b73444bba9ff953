package org.consilium.identity.provider;

/**
 * A token that was just made.
 *
 * @param secret what the system sends as {@code Authorization: Bearer}; told this once
 */
public record IssuedServiceToken(ServiceToken token, String secret) {}
