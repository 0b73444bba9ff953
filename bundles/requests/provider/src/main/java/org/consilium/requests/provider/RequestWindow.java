package org.consilium.requests.provider;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the window of a request shows to its filer, its consultant and its coordinator. */
@Component(service = RequestWindow.class)
public class RequestWindow {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final TransitionRepository transitions;
    private final RequestViews views;
    private final RequestJournal journal;
    private final AuditLog audit;
    private final RequestSettings settings;

    @Activate
    public RequestWindow(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference TransitionRepository transitions,
            @Reference RequestViews views,
            @Reference RequestJournal journal,
            @Reference AuditLog audit,
            @Reference RequestSettings settings) {
        this.requests = requests;
        this.routes = routes;
        this.transitions = transitions;
        this.views = views;
        this.journal = journal;
        this.audit = audit;
        this.settings = settings;
    }

    Request get(Caller caller, UUID id) {
        return views.request(caller, readable(caller, id));
    }

    /** Oldest first. */
    List<HistoryEntry> history(Caller caller, UUID id) {
        readable(caller, id);
        Map<String, String> explanations = transitions.of(id).stream()
                .filter(transition -> transition.explanation != null)
                .collect(Collectors.toMap(transition -> transition.id, transition -> transition.explanation));
        return audit.about(id).stream()
                .map(entry -> HistoryEntry.of(entry, explanations))
                .toList();
    }

    /** By the consultant; the same again changes nothing. */
    Request identify(Caller caller, UUID id, NewIdentification identification) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.consultant(requests.lock(id), caller);
            if (identification == null || identification.method() == null) {
                throw Checked.incomplete("method", Problems.REQUIRED);
            }
            boolean sameAgain = request.identificationMethod == identification.method()
                    && caller.id().toString().equals(request.identificationBy);
            if (!sameAgain) {
                RoutePosition.of(request, routes.get(request.routeKey)).require(RequestLifecycle.Step.IDENTIFY);
                Transition made = Transition.of(request, RequestLifecycle.Step.IDENTIFY, null);
                request.identificationMethod = identification.method();
                request.identificationAt = settings.now();
                request.identificationBy = caller.id().toString();
                requests.flush();
                journal.identified(caller, request, made);
            }
            return views.request(caller, request);
        });
    }

    private RequestEntity readable(Caller caller, UUID id) {
        return RequestAccess.involved(requests.find(id), caller);
    }
}
