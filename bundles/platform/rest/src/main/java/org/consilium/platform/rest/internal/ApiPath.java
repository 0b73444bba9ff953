package org.consilium.platform.rest.internal;

import java.util.Map;
import org.consilium.kernel.Caller;

/**
 * Which domain a path belongs to and whose it is. {@code /chat/chats} is staff's; {@code /visit/chat/messages} is the patient's and reaches
 * the chat's endpoint as {@code /chat/visit/messages}, which cannot be asked for directly; the same with {@code /service/…}.
 *
 * @param inner the path within the servlet that the domain's endpoint sees
 */
record ApiPath(String domain, Caller.Kind kind, String inner) {
    private static final Map<String, Caller.Kind> OTHERS =
            Map.of("visit", Caller.Kind.PATIENT, "service", Caller.Kind.SERVICE);

    /** @return {@code null} when the path names no domain */
    static ApiPath parse(String path) {
        String first = head(path.substring(1));
        Caller.Kind kind = OTHERS.getOrDefault(first, Caller.Kind.STAFF);
        boolean staff = kind == Caller.Kind.STAFF;
        String rest = staff ? path.substring(1) : path.substring(Math.min(path.length(), first.length() + 2));
        String domain = head(rest);
        String tail = rest.substring(domain.length());
        if (domain.isEmpty() || OTHERS.containsKey(domain)) {
            return null;
        }
        if (staff && OTHERS.containsKey(head(tail.isEmpty() ? tail : tail.substring(1)))) {
            return null;
        }
        return new ApiPath(domain, kind, "/" + domain + (staff ? "" : "/" + first) + tail);
    }

    /** Whether the domain's endpoint sees another path than was asked for. */
    boolean rewritten() {
        return kind != Caller.Kind.STAFF;
    }

    private static String head(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
