package org.consilium.platform.security;

import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions of staff and of patients, kept as rows under the SHA-256 of their token, so that a restart logs nobody out. Idle and absolute
 * time-outs come from {@code etc/org.consilium.platform.security.cfg}. Thread-safe.
 */
@ProviderType
public interface Sessions {
    /** Cookie of staff. */
    String STAFF_COOKIE = "__Host-consilium";
    /** Cookie of patients; neither cookie gives the rights of the other. */
    String VISIT_COOKIE = "__Host-consilium-visit";

    /** Opens a session and returns its token (256 random bits, base64url), which is nowhere stored in clear. Joins the caller's transaction. */
    String open(Caller caller);

    /** Who the token belongs to, while it is neither idle for too long nor over; counts as use. */
    Optional<Caller> find(String token);

    /** Ends one session; its live sockets are closed. Unknown tokens are ignored. */
    void close(String token);

    /** Ends all sessions of an account or of a patient's link, for example after a change of the password. */
    void closeAll(UUID callerId);

    /** The {@code Set-Cookie} value (RFC 6265) that carries the token: HttpOnly, Secure, SameSite=Strict, Path=/. */
    String cookie(Caller.Kind kind, String token);

    /** The {@code Set-Cookie} value that removes the cookie. */
    String clearedCookie(Caller.Kind kind);
}
