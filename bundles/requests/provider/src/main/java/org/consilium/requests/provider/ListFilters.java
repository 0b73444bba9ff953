package org.consilium.requests.provider;

/**
 * What narrows and orders a list, as it came with the query; each may be empty.
 *
 * @param state name of a state
 * @param profile code of a medical-care profile
 * @param consultant an account's id
 * @param from ISO 8601 instant of the submission, inclusive
 * @param to exclusive
 * @param sort {@code NEWEST} or {@code DUE}
 */
record ListFilters(String state, String profile, String consultant, String from, String to, String sort) {}
