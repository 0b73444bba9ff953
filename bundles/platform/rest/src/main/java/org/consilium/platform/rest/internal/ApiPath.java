package org.consilium.platform.rest.internal;

/**
 * Which domain a path belongs to. {@code /chat/chats} is staff's; {@code /visit/chat/messages} is the patient's and reaches the chat's
 * endpoint as {@code /chat/visit/messages}, which cannot be asked for directly.
 *
 * @param inner the path within the servlet that the domain's endpoint sees
 */
record ApiPath(String domain, boolean visit, String inner) {
    private static final String VISIT = "/visit/";

    /** @return {@code null} when the path names no domain */
    static ApiPath parse(String path) {
        boolean visit = path.startsWith(VISIT);
        String rest = path.substring(visit ? VISIT.length() : 1);
        int slash = rest.indexOf('/');
        String domain = slash < 0 ? rest : rest.substring(0, slash);
        String tail = slash < 0 ? "" : rest.substring(slash);
        if (domain.isEmpty() || domain.equals("visit")) {
            return null;
        }
        if (!visit && (tail.equals("/visit") || tail.startsWith(VISIT))) {
            return null;
        }
        return new ApiPath(domain, visit, "/" + domain + (visit ? "/visit" : "") + tail);
    }
}
