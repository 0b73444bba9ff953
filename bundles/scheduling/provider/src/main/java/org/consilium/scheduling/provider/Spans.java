package org.consilium.scheduling.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Times, merged where they touch. */
final class Spans {
    private final NavigableMap<Instant, Instant> ends = new TreeMap<>();

    void add(Instant start, Instant end) {
        Instant first = start;
        Instant last = end;
        Map.Entry<Instant, Instant> before = ends.floorEntry(start);
        if (before != null && !before.getValue().isBefore(start)) {
            first = before.getKey();
            last = later(last, before.getValue());
        }
        NavigableMap<Instant, Instant> swallowed = ends.subMap(first, true, last, true);
        while (!swallowed.isEmpty()) {
            last = later(last, swallowed.pollFirstEntry().getValue());
            swallowed = ends.subMap(first, true, last, true);
        }
        ends.put(first, last);
    }

    /** Whether any of them shares time with [start, end). */
    boolean meet(Instant start, Instant end) {
        Map.Entry<Instant, Instant> before = ends.lowerEntry(end);
        return before != null && before.getValue().isAfter(start);
    }

    List<CalendarSpan> toList() {
        return ends.entrySet().stream()
                .map(span -> new CalendarSpan(span.getKey(), span.getValue()))
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
