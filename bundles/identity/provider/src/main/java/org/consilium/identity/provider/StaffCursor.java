package org.consilium.identity.provider;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.ConsiliumException.Status;

/** Where a page of the directory ended. */
record StaffCursor(String sortName, String id) {
    static final StaffCursor START = new StaffCursor("", "");

    String encoded() {
        byte[] text = (sortName + "\n" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static StaffCursor of(String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 2
                    && encoded.indexOf('\0') < 0
                    && parts[0].indexOf('\0') < 0
                    && parts[1].indexOf('\0') < 0) {
                return new StaffCursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // not base64: refused below
        }
        throw new ConsiliumException(
                Status.BAD_REQUEST, "platform.bad-cursor", "the cursor does not come from this list");
    }
}
