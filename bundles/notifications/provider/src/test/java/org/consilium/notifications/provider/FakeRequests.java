package org.consilium.notifications.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RequestState;

/** Requests with the rights of the real ones. */
final class FakeRequests implements RequestService {
    static final String PATIENT = "Иванова Анна Петровна";
    static final String ROUTE = "Онкологический консилиум";
    static final String PROFILE = "Онкология";

    private final Map<UUID, RequestCard> cards = new ConcurrentHashMap<>();

    UUID add(UUID filer, UUID consultant, Instant start, String email) {
        UUID id = Uuid7.next();
        cards.put(id, card(id, filer, consultant, start, email, RequestState.IN_WORK));
        return id;
    }

    void set(UUID id, RequestState state) {
        cards.computeIfPresent(
                id,
                (key, card) -> card(id, card.filerId(), card.consultantId(), card.visitStart(), card.email(), state));
    }

    void move(UUID id, Instant start) {
        cards.computeIfPresent(
                id, (key, card) -> card(id, card.filerId(), card.consultantId(), start, card.email(), card.state()));
    }

    void remove(UUID id) {
        cards.remove(id);
    }

    @Override
    public RequestCard card(Caller caller, UUID requestId) {
        RequestCard card = cards.get(requestId);
        boolean allowed = card != null
                && (caller.isSystem()
                        || (caller.isPatient() && requestId.equals(caller.requestId()))
                        || (caller.isStaff() && card.staff().contains(caller.id())));
        if (!allowed) {
            throw ConsiliumException.notFound("requests.not-found");
        }
        return card;
    }

    @Override
    public Map<UUID, RequestCard> cards(Caller caller, Collection<UUID> requestIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestCard writable(Caller caller, UUID requestId) {
        throw new UnsupportedOperationException();
    }

    static RequestCard card(UUID id, UUID filer, UUID consultant, Instant start, String email, RequestState state) {
        return new RequestCard(
                id,
                "2026-000001",
                "№ 2026-000001 · Иванова А. П. · " + PROFILE,
                PATIENT,
                null,
                LocalDate.of(1980, 1, 2),
                List.of("1234"),
                email,
                ROUTE,
                PROFILE,
                filer,
                consultant,
                UUID.randomUUID(),
                state,
                start,
                30,
                null);
    }
}
