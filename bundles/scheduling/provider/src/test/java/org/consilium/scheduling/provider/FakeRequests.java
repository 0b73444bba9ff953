package org.consilium.scheduling.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.consilium.requests.api.RequestState;

/** Requests of which only the participants matter. */
final class FakeRequests implements RequestService {
    private final Map<UUID, Set<UUID>> participants = new ConcurrentHashMap<>();

    void takePart(UUID requestId, Caller... callers) {
        participants.put(requestId, List.of(callers).stream().map(Caller::id).collect(Collectors.toSet()));
    }

    @Override
    public RequestCard card(Caller caller, UUID requestId) {
        return Optional.ofNullable(cards(caller, Set.of(requestId)).get(requestId))
                .orElseThrow(() -> ConsiliumException.notFound("requests.not-found"));
    }

    @Override
    public Map<UUID, RequestCard> cards(Caller caller, Collection<UUID> requestIds) {
        return requestIds.stream()
                .filter(id -> participants.getOrDefault(id, Set.of()).contains(caller.id()))
                .collect(Collectors.toMap(Function.identity(), FakeRequests::card));
    }

    @Override
    public RequestCard writable(Caller caller, UUID requestId) {
        return card(caller, requestId);
    }

    private static RequestCard card(UUID id) {
        return new RequestCard(
                id,
                "2026-000123",
                "№ 2026-000123 · Иванова А. П. · Терапия",
                "Иванова Анна Петровна",
                null,
                LocalDate.of(1980, 1, 1),
                List.of(),
                null,
                "Общий",
                "Терапия",
                UUID.randomUUID(),
                null,
                null,
                RequestState.IN_WORK,
                Instant.EPOCH,
                30,
                null);
    }
}
