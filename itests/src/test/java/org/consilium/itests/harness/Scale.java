package org.consilium.itests.harness;

/** How much a story does: what a minute allows in `./test`, what shows after hours in `./test --all`. */
public final class Scale {
    private static final boolean LONG = Boolean.getBoolean("consilium.long");

    private Scale() {}

    public static boolean isLong() {
        return LONG;
    }

    public static int of(int usual, int all) {
        return LONG ? all : usual;
    }
}
