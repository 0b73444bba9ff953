package org.consilium.identity.api;

/**
 * A login and whose it is.
 *
 * @param login as it is stored, in lower case
 */
public record StaffAccount(String login, StaffMember member) {}
