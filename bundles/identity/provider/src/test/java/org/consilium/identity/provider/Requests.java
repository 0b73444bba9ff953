package org.consilium.identity.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RequestState;

/** Requests in memory with the rights of the real ones: participants, the patient, the system. */
final class Requests implements RequestService {
    private final Map<UUID, RequestCard> cards = new HashMap<>();

    RequestCard add(UUID id, UUID filer, UUID consultant, List<String> lastDigits) {
        return put(card(id, filer, consultant, lastDigits, RequestState.IN_WORK, null));
    }

    void close(UUID id, Instant at) {
        RequestCard open = cards.get(id);
        put(card(id, open.filerId(), open.consultantId(), open.lastDigits(), RequestState.EXECUTED, at));
    }

    @Override
    public RequestCard card(Caller caller, UUID requestId) {
        RequestCard card = cards.get(requestId);
        boolean mayRead = card != null
                && (caller.isSystem()
                        || caller.isPatient() && requestId.equals(caller.requestId())
                        || caller.isStaff() && (card.staff().contains(caller.id()) || caller.has(Caller.OPERATOR)));
        if (!mayRead) {
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

    private RequestCard put(RequestCard card) {
        cards.put(card.id(), card);
        return card;
    }

    private static RequestCard card(
            UUID id, UUID filer, UUID consultant, List<String> lastDigits, RequestState state, Instant closedAt) {
        return new RequestCard(
                id,
                "2026-000123",
                "№ 2026-000123 · Иванова А. П. · Терапия",
                "Иванова Анна Петровна",
                "Иванов Пётр Сергеевич",
                LocalDate.of(2019, 5, 17),
                lastDigits,
                "mail@example.org",
                "Общая консультация",
                "Терапия",
                filer,
                consultant,
                null,
                state,
                Instant.parse("2026-03-02T09:00:00Z"),
                20,
                closedAt);
    }
}
