package org.consilium.chat.provider;

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
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RequestState;

/** Requests in memory, with the rights of the real ones. */
final class FakeRequests implements RequestService {
    private final Map<UUID, RequestCard> cards = new ConcurrentHashMap<>();
    private int count;

    RequestCard add(UUID filer, UUID consultant, String patient, String representative) {
        String number = "2026-%06d".formatted(++count);
        RequestCard card = new RequestCard(
                UUID.randomUUID(),
                number,
                "№ " + number + " · " + patient.split(" ")[0] + " · Терапия",
                patient,
                representative,
                LocalDate.of(1980, 5, 1),
                List.of("1234"),
                null,
                "Консультация",
                "Терапия",
                filer,
                consultant,
                UUID.randomUUID(),
                RequestState.IN_WORK,
                Instant.parse("2026-12-01T09:00:00Z"),
                30,
                null);
        cards.put(card.id(), card);
        return card;
    }

    /** Doctors among themselves, without a consultant while a coordinator has to name one. */
    RequestCard question(UUID filer) {
        UUID id = UUID.randomUUID();
        cards.put(id, question(id, filer, null));
        return cards.get(id);
    }

    void name(UUID id, UUID consultant) {
        cards.computeIfPresent(id, (same, card) -> question(id, card.filerId(), consultant));
    }

    private static RequestCard question(UUID id, UUID filer, UUID consultant) {
        return new RequestCard(
                id,
                "2026-000777",
                "№ 2026-000777 · Терапия",
                null,
                null,
                null,
                List.of(),
                null,
                "Вопрос врача",
                "Терапия",
                filer,
                consultant,
                UUID.randomUUID(),
                RequestState.IN_WORK,
                null,
                0,
                null);
    }

    void setState(UUID id, RequestState state) {
        cards.computeIfPresent(
                id,
                (same, c) -> new RequestCard(
                        c.id(),
                        c.number(),
                        c.name(),
                        c.patientName(),
                        c.representativeName(),
                        c.patientBirthDate(),
                        c.lastDigits(),
                        c.email(),
                        c.routeTitle(),
                        c.profileTitle(),
                        c.filerId(),
                        c.consultantId(),
                        c.organisationId(),
                        state,
                        c.visitStart(),
                        c.visitMinutes(),
                        Instant.now()));
    }

    /** Another consultant and another time. */
    void handOver(UUID id, UUID consultant, Instant start) {
        cards.computeIfPresent(
                id,
                (same, c) -> new RequestCard(
                        c.id(),
                        c.number(),
                        c.name(),
                        c.patientName(),
                        c.representativeName(),
                        c.patientBirthDate(),
                        c.lastDigits(),
                        c.email(),
                        c.routeTitle(),
                        c.profileTitle(),
                        c.filerId(),
                        consultant,
                        c.organisationId(),
                        c.state(),
                        start,
                        c.visitMinutes(),
                        c.closedAt()));
    }

    @Override
    public RequestCard card(Caller caller, UUID requestId) {
        RequestCard card = cards.get(requestId);
        if (card == null || !visible(caller, card)) {
            throw ConsiliumException.notFound("requests.not-found");
        }
        return card;
    }

    @Override
    public Map<UUID, RequestCard> cards(Caller caller, Collection<UUID> requestIds) {
        Map<UUID, RequestCard> found = new HashMap<>();
        requestIds.stream()
                .map(cards::get)
                .filter(card -> card != null && visible(caller, card))
                .forEach(card -> found.put(card.id(), card));
        return found;
    }

    @Override
    public RequestCard writable(Caller caller, UUID requestId) {
        RequestCard card = card(caller, requestId);
        if (!card.state().isWritable()) {
            throw ConsiliumException.conflict("requests.closed", "closed");
        }
        return card;
    }

    private static boolean visible(Caller caller, RequestCard card) {
        return switch (caller.kind()) {
            case STAFF -> card.staff().contains(caller.id());
            case PATIENT -> card.id().equals(caller.requestId());
            case SERVICE -> false;
            case SYSTEM -> true;
        };
    }
}
