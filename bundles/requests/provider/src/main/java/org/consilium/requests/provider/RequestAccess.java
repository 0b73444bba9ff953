package org.consilium.requests.provider;

import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;

/**
 * Who may know of a request: its filer, its consultant, its coordinator, its own patient, the systems of its filer's organisation and the platform.
 * Everybody else learns nothing, also a colleague of the same organisation. A coordinator has his right on files only while it is his turn.
 */
final class RequestAccess {
    private RequestAccess() {}

    static boolean mayRead(Caller caller, RequestEntity request) {
        return switch (caller.kind()) {
            case SYSTEM -> true;
            case PATIENT -> caller.requestId().equals(UUID.fromString(request.id));
            case STAFF -> request.isFiler(caller) || request.isConsultant(caller) || request.isProcessor(caller);
            case SERVICE -> caller.organisationId().toString().equals(request.organisationId);
        };
    }

    /** @throws ConsiliumException 404 {@code requests.not-found} for everybody on staff but filer, consultant and coordinator */
    static RequestEntity involved(Optional<RequestEntity> request, Caller caller) {
        return request.filter(
                        found -> found.isFiler(caller) || found.isConsultant(caller) || found.isCoordinator(caller))
                .orElseThrow(RequestAccess::notFound);
    }

    /** @throws ConsiliumException 404 {@code requests.not-found} for everybody but filer and consultant */
    static RequestEntity participant(Optional<RequestEntity> request, Caller caller) {
        return request.filter(found -> found.isFiler(caller) || found.isConsultant(caller))
                .orElseThrow(RequestAccess::notFound);
    }

    /** @throws ConsiliumException 404 {@code requests.not-found} for everybody but who takes part; that is the coordinator while nobody consults */
    static RequestEntity handingOver(Optional<RequestEntity> request, Caller caller) {
        return request.filter(found -> found.isFiler(caller)
                        || found.isConsultant(caller)
                        || found.consultantId == null && found.isCoordinator(caller))
                .orElseThrow(RequestAccess::notFound);
    }

    /** @throws ConsiliumException 404 {@code requests.not-found}, for the filer 403 {@code requests.not-consultant} */
    static RequestEntity consultant(Optional<RequestEntity> request, Caller caller) {
        RequestEntity found = participant(request, caller);
        if (!found.isConsultant(caller)) {
            throw ConsiliumException.forbidden("requests.not-consultant");
        }
        return found;
    }

    static ConsiliumException notFound() {
        return ConsiliumException.notFound("requests.not-found");
    }
}
