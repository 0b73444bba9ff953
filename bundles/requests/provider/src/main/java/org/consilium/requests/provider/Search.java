package org.consilium.requests.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is searched for in a list, and how the database had better go about it.
 *
 * @param routesByPrefix the routes that have a word which begins with a prefix
 * @param few whether one of the terms is found in so few requests that these are best read first; else a list is read in its order
 *     and what does not match is passed over
 */
record Search(List<SearchTerm> terms, Map<String, Set<String>> routesByPrefix, boolean few) {
    Set<String> routes(String prefix) {
        return routesByPrefix.getOrDefault(prefix, Set.of());
    }
}
