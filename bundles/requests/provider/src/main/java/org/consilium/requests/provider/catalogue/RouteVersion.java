package org.consilium.requests.provider.catalogue;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The version of a route: three numbers. */
record RouteVersion(int major, int minor, int patch) implements Comparable<RouteVersion> {
    private static final Pattern SYNTAX = Pattern.compile("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}");
    private static final Comparator<RouteVersion> ORDER = Comparator.comparingInt(RouteVersion::major)
            .thenComparingInt(RouteVersion::minor)
            .thenComparingInt(RouteVersion::patch);

    static boolean isValid(String text) {
        return text != null && SYNTAX.matcher(text).matches();
    }

    static RouteVersion parse(String text) {
        String[] parts = text.split("\\.");
        return new RouteVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(RouteVersion other) {
        return ORDER.compare(this, other);
    }
}
