package org.consilium.requests.provider;

import java.util.List;

/**
 * What a look at a route's file found.
 *
 * @param problems why it would be refused, each with its place
 * @param findings what the test kit found beyond; only of a file that would not be refused
 */
public record RouteFindings(List<String> problems, List<String> findings) {}
