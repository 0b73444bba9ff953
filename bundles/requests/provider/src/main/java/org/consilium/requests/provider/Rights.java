package org.consilium.requests.provider;

/**
 * What the caller may do with a request now.
 *
 * @param finish execute it
 * @param cancel cancel it
 * @param link see and renew the patient's personal link
 */
public record Rights(boolean finish, boolean cancel, boolean link) {}
