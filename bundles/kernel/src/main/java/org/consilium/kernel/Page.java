package org.consilium.kernel;

import java.util.List;

/**
 * One page of a list that is read by keyset: ask for the next one with {@link #next()}.
 *
 * @param items in the list's order
 * @param next opaque cursor of the next page, {@code null} when this is the last one
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }
}
