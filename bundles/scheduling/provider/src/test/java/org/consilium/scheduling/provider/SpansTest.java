package org.consilium.scheduling.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
    private final Spans spans = new Spans();

    @Test
    void mergesWhatTouchesOrOverlaps() {
        add(10, 20);
        add(40, 50);
        add(20, 25);
        add(60, 70);
        add(45, 62);
        add(12, 13);
        assertEquals(List.of(span(10, 25), span(40, 70)), spans.toList());
        add(0, 100);
        assertEquals(List.of(span(0, 100)), spans.toList());
    }

    @Test
    void meetsOnlyWhatSharesTime() {
        add(10, 20);
        assertTrue(spans.meet(at(19), at(30)));
        assertTrue(spans.meet(at(0), at(11)));
        assertTrue(spans.meet(at(0), at(100)));
        assertTrue(spans.meet(at(12), at(13)));
        assertFalse(spans.meet(at(20), at(30)));
        assertFalse(spans.meet(at(0), at(10)));
    }

    private void add(long start, long end) {
        spans.add(at(start), at(end));
    }

    private static CalendarSpan span(long start, long end) {
        return new CalendarSpan(at(start), at(end));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
