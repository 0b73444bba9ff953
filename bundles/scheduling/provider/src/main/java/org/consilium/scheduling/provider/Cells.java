package org.consilium.scheduling.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The five-minute cells of somebody's time, and the names under which they are held. */
record Cells(String holder, long first, int count) {
    private static final long SECONDS = 300;

    /** The cells that [start, end) touches; numbered from 1970, so that no clock change matters. */
    static Cells of(String holder, Instant start, Instant end) {
        long first = Math.floorDiv(start.getEpochSecond(), SECONDS);
        long last = Math.floorDiv(end.getEpochSecond() - 1, SECONDS);
        return new Cells(holder, first, Math.toIntExact(last - first + 1));
    }

    /** The first cell that a time up to that instant does not touch. */
    static long after(Instant end) {
        return Math.floorDiv(end.getEpochSecond() - 1, SECONDS) + 1;
    }

    /** A time in whole cells, at least one. */
    static int minutesUntil(Duration passed) {
        long cells = Math.max(1, -Math.floorDiv(-passed.toSeconds(), SECONDS));
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, cells * SECONDS / 60));
    }

    /** A patient's cells carry a hash: whatever a registry uses as its key, it is not repeated here. */
    static String patient(String patientKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(patientKey.getBytes(StandardCharsets.UTF_8));
            return "p:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
