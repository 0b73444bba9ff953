package org.consilium.documents.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
    private final Map<UUID, RequestCard> cards = new ConcurrentHashMap<>();

    UUID add(UUID filer, UUID consultant) {
        UUID id = Uuid7.next();
        cards.put(id, card(id, filer, consultant, RequestState.IN_WORK));
        return id;
    }

    void close(UUID id) {
        cards.computeIfPresent(id, (key, card) -> card(id, card.filerId(), card.consultantId(), RequestState.EXECUTED));
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
        Map<UUID, RequestCard> visible = new HashMap<>();
        for (UUID id : requestIds) {
            try {
                visible.put(id, card(caller, id));
            } catch (ConsiliumException e) {
                // left out
            }
        }
        return visible;
    }

    @Override
    public RequestCard writable(Caller caller, UUID requestId) {
        RequestCard card = card(caller, requestId);
        if (!card.state().isWritable()) {
            throw ConsiliumException.conflict("requests.closed", "closed");
        }
        return card;
    }

    private static RequestCard card(UUID id, UUID filer, UUID consultant, RequestState state) {
        return new RequestCard(
                id,
                "2026-000001",
                "№ 2026-000001 · Иванова А. П. · Терапия",
                "Иванова Анна Петровна",
                null,
                LocalDate.of(1980, 1, 2),
                List.of("1234"),
                "patient@example.org",
                "Общий маршрут",
                "Терапия",
                filer,
                consultant,
                UUID.randomUUID(),
                state,
                Instant.parse("2026-12-12T07:30:00Z"),
                30,
                state.isClosed() ? Instant.parse("2026-12-12T08:00:00Z") : null);
    }
}
