package org.consilium.requests.provider;

import java.util.Arrays;

/** The parts of a list in their order, each sorted by itself. */
enum ListPart {
    /** Active ones with a red flag, where the list puts them on top. */
    FLAGGED("f"),
    ACTIVE("a"),
    /** With the open lock. */
    CLOSED("c");

    /** In a cursor. */
    final String letter;

    ListPart(String letter) {
        this.letter = letter;
    }

    boolean closed() {
        return this == CLOSED;
    }

    /** @return {@code null} for no part */
    static ListPart of(String letter) {
        return Arrays.stream(values())
                .filter(part -> part.letter.equals(letter))
                .findFirst()
                .orElse(null);
    }
}
