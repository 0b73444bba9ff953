package org.consilium.signing.provider.check;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What tools give as «the signature» or «the certificate»: DER, base64 with or without line ends, PEM. */
public final class Encoding {
    private static final Pattern PEM_LINE = Pattern.compile("-----(BEGIN|END)[A-Z0-9 ]*-----");
    private static final byte SEQUENCE = 0x30;

    private Encoding() {}

    /** @throws IllegalArgumentException when it is none of them */
    public static byte[] der(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == SEQUENCE && (bytes[1] < 0 || bytes.length == bytes[1] + 2)) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.US_ASCII);
        byte[] der =
                Base64.getDecoder().decode(PEM_LINE.matcher(text).replaceAll("").replaceAll("\\s+", ""));
        if (der.length == 0 || der[0] != SEQUENCE) {
            throw new IllegalArgumentException("neither DER nor base64 of it");
        }
        return der;
    }
}
