package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the window of a request shows to its filer and its consultant. */
@Component(service = RequestWindow.class)
public class RequestWindow {
    private final RequestRepository requests;
    private final RequestViews views;
    private final AuditLog audit;

    @Activate
    public RequestWindow(
            @Reference RequestRepository requests, @Reference RequestViews views, @Reference AuditLog audit) {
        this.requests = requests;
        this.views = views;
        this.audit = audit;
    }

    Request get(Caller caller, UUID id) {
        return views.request(caller, readable(caller, id));
    }

    /** Oldest first. */
    List<HistoryEntry> history(Caller caller, UUID id) {
        readable(caller, id);
        return audit.about(id).stream().map(HistoryEntry::of).toList();
    }

    private RequestEntity readable(Caller caller, UUID id) {
        return requests.find(id)
                .filter(request -> caller.isStaff() && RequestAccess.mayRead(caller, request))
                .orElseThrow(RequestAccess::notFound);
    }
}
