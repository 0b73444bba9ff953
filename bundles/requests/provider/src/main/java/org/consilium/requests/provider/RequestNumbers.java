package org.consilium.requests.provider;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The numbers that people call requests by, {@code 2026-000123}: ascending in a region and a year, without a promise of no gaps. They are
 * taken from the database in blocks, so that submissions do not queue for one row.
 */
@Component(service = RequestNumbers.class)
public class RequestNumbers {
    static final int BLOCK = 20;

    private final CounterRepository counters;
    private int year;
    private long next;
    private long end;

    @Activate
    public RequestNumbers(@Reference CounterRepository counters) {
        this.counters = counters;
    }

    /** Call it before the transaction that uses the number: one that waits here must not hold a connection. */
    synchronized String next(int wantedYear) {
        if (year != wantedYear || next == end) {
            next = counters.take(wantedYear, BLOCK);
            end = next + BLOCK;
            year = wantedYear;
        }
        return String.format(Locale.ROOT, "%04d-%06d", year, next++);
    }
}
