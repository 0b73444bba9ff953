package org.consilium.platform.health.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits: {@code 10.1.0.0/16}, {@code fd00::/8}, a single address. */
record Network(byte[] start, int bits) {
    /** Nothing that a name server would be asked for. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]+");

    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] start = address(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        int all = start.length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(start, bits);
    }

    /** @return {@code null} when it is no address */
    static byte[] address(String text) {
        if (text == null) {
            return null;
        }
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        bare = zone < 0 ? bare : bare.substring(0, zone);
        boolean literal = LITERAL.matcher(bare).matches() && (bare.indexOf('.') > 0 || bare.indexOf(':') >= 0);
        try {
            return literal ? InetAddress.getByName(bare).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    static boolean isLoopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
    }
}
