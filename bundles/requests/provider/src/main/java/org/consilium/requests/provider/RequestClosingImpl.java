package org.consilium.requests.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestClosing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ends of a request for other domains, inside their transaction. */
@Component(service = RequestClosing.class)
public class RequestClosingImpl implements RequestClosing {
    private final Closings closings;
    private final RequestRepository requests;

    @Activate
    public RequestClosingImpl(@Reference Closings closings, @Reference RequestRepository requests) {
        this.closings = closings;
        this.requests = requests;
    }

    @Override
    public RequestCard toFinish(Caller caller, UUID requestId) {
        return requests.inTransaction(() -> RequestViews.card(closings.toFinish(caller, requestId)));
    }

    @Override
    public void awaitSignature(Caller caller, UUID requestId) {
        inTransaction(() -> closings.awaitSignature(caller, requestId));
    }

    @Override
    public void resume(Caller caller, UUID requestId) {
        inTransaction(() -> closings.resume(caller, requestId));
    }

    @Override
    public void execute(Caller caller, UUID requestId, Outcome outcome, String reasonOrNull) {
        inTransaction(() -> {
            RequestEntity request = closings.toFinish(caller, requestId);
            if (reasonOrNull != null) {
                closings.reason(request, reasonOrNull);
            }
            closings.execute(caller, request, outcome, reasonOrNull);
        });
    }

    private void inTransaction(Runnable work) {
        requests.inTransaction(() -> {
            work.run();
            return null;
        });
    }
}
