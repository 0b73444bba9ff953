package org.consilium.identity.provider;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** Reads session tokens. */
final class Cookies {
    private Cookies() {}

    /** @return {@code null} when the request has no such cookie */
    static String value(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
