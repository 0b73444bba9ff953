package org.consilium.requests.provider;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other domains ask of requests. */
@Component(service = RequestService.class)
public class RequestServiceImpl implements RequestService {
    private final RequestRepository requests;

    @Activate
    public RequestServiceImpl(@Reference RequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public RequestCard card(Caller caller, UUID requestId) {
        return requests.find(requestId)
                .filter(request -> RequestAccess.mayRead(caller, request))
                .map(RequestViews::card)
                .orElseThrow(RequestAccess::notFound);
    }

    @Override
    public Map<UUID, RequestCard> cards(Caller caller, Collection<UUID> requestIds) {
        return requests.findAll(requestIds).stream()
                .filter(request -> RequestAccess.mayRead(caller, request))
                .map(RequestViews::card)
                .collect(Collectors.toMap(RequestCard::id, Function.identity()));
    }

    @Override
    public RequestCard writable(Caller caller, UUID requestId) {
        RequestEntity request = requests.lock(requestId)
                .filter(found -> RequestAccess.mayRead(caller, found))
                .orElseThrow(RequestAccess::notFound);
        if (!request.state.isWritable()) {
            throw RequestLifecycle.closed();
        }
        return RequestViews.card(request);
    }
}
