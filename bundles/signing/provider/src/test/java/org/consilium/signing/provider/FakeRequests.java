package org.consilium.signing.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestClosing;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.api.RouteForms;
import org.consilium.routes.api.Finishing;
import org.consilium.routes.api.RouteForm;

/** Requests in memory with the rights and states of the real ones. */
final class FakeRequests implements RequestService, RequestClosing, RouteForms {
    final Map<UUID, Outcome> executed = new ConcurrentHashMap<>();
    Set<Finishing> ways = EnumSet.allOf(Finishing.class);
    RouteForm form;
    private final Map<UUID, RequestCard> cards = new ConcurrentHashMap<>();

    UUID add(UUID filer, UUID consultant) {
        UUID id = Uuid7.next();
        cards.put(id, card(id, filer, consultant, RequestState.IN_WORK, null));
        return id;
    }

    /** Doctors among themselves. */
    UUID addWithoutPatient(UUID filer, UUID consultant) {
        UUID id = Uuid7.next();
        cards.put(
                id,
                new RequestCard(
                        id,
                        "2026-000002",
                        "№ 2026-000002 · Терапия",
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        "Вопрос врача",
                        "Терапия",
                        filer,
                        consultant,
                        Uuid7.next(),
                        RequestState.IN_WORK,
                        null,
                        0,
                        null,
                        "key",
                        null));
        return id;
    }

    void identify(UUID id) {
        cards.computeIfPresent(
                id,
                (key, card) -> card(
                        id,
                        card.filerId(),
                        card.consultantId(),
                        card.state(),
                        new Identification(Identification.Method.DOCUMENT, Instant.now(), card.consultantId())));
    }

    private void become(UUID id, RequestState state) {
        cards.computeIfPresent(
                id, (key, card) -> card(id, card.filerId(), card.consultantId(), state, card.identification()));
    }

    RequestState state(UUID id) {
        return cards.get(id).state();
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

    @Override
    public RequestCard toFinish(Caller caller, UUID requestId) {
        RequestCard card = card(caller, requestId);
        if (!caller.id().equals(card.consultantId())) {
            throw ConsiliumException.forbidden("requests.not-consultant");
        }
        if (card.state().isClosed()) {
            throw ConsiliumException.conflict("requests.closed", "closed");
        }
        return card;
    }

    @Override
    public void awaitSignature(Caller caller, UUID requestId) {
        toFinish(caller, requestId);
        become(requestId, RequestState.AWAITING_SIGNATURE);
    }

    @Override
    public void resume(Caller caller, UUID requestId) {
        toFinish(caller, requestId);
        become(requestId, RequestState.IN_WORK);
    }

    @Override
    public void execute(Caller caller, UUID requestId, Outcome outcome, String reasonOrNull) {
        toFinish(caller, requestId);
        become(requestId, RequestState.EXECUTED);
        executed.put(requestId, outcome);
    }

    @Override
    public Optional<RouteForm> conclusion(UUID requestId) {
        return Optional.ofNullable(form);
    }

    @Override
    public Set<Finishing> finishing(UUID requestId) {
        return ways;
    }

    private static RequestCard card(
            UUID id, UUID filer, UUID consultant, RequestState state, Identification identification) {
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
                Uuid7.next(),
                state,
                Instant.parse("2026-11-25T10:00:00Z"),
                15,
                null,
                "key",
                identification);
    }
}
