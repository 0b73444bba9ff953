package org.consilium.notifications.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What this domain asks of requests; 503 while they are away. */
@Component(service = RequestCards.class)
public class RequestCards {
    /** As whom the domain itself asks and acts. */
    static final Caller SELF = Caller.system("notifications");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    /** The request, when the caller may see it; else 404 {@code requests.not-found}. */
    RequestCard get(Caller caller, UUID requestId) {
        RequestService service = requests;
        if (service == null) {
            throw ConsiliumException.domainAway("requests");
        }
        return service.card(caller, requestId);
    }
}
