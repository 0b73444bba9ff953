package org.consilium.requests.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;

/**
 * Who may know of a request: its filer, its consultant, its own patient and the platform. Everybody else learns nothing, also a
 * colleague of the same organisation.
 */
final class RequestAccess {
    private RequestAccess() {}

    static boolean mayRead(Caller caller, RequestEntity request) {
        return switch (caller.kind()) {
            case SYSTEM -> true;
            case PATIENT -> caller.requestId().equals(UUID.fromString(request.id));
            case STAFF -> request.isFiler(caller) || request.isConsultant(caller);
        };
    }

    static ConsiliumException notFound() {
        return ConsiliumException.notFound("requests.not-found");
    }
}
