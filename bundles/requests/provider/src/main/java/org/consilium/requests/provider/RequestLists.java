package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** «Заявки», «Входящие» and «Исходящие» of a doctor, and his visits of today. */
@Component(service = RequestLists.class)
public class RequestLists {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final RequestSettings settings;

    @Activate
    public RequestLists(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference RequestSettings settings) {
        this.requests = requests;
        this.routes = routes;
        this.settings = settings;
    }

    /** Active requests, then with the open lock the closed ones, each part in the order that was asked for. */
    Page<RequestRow> page(Caller caller, ListQuery query) {
        Roles.requireDoctor(caller);
        Map<String, Set<String>> routesByPrefix = routes.keysByPrefix(
                query.terms().stream().flatMap(SearchTerm::prefixes).toList());
        int wanted = query.limit() + 1; // one more tells whether there is a next page
        List<RequestEntity> rows = requests.inTransaction(() -> {
            List<RequestEntity> found = new ArrayList<>();
            ListPosition after = query.after();
            if (after == null || !after.closed()) {
                found.addAll(part(caller, query, routesByPrefix, false, after, wanted));
            }
            if (query.closed() && found.size() < wanted) {
                ListPosition within = after != null && after.closed() ? after : null;
                found.addAll(part(caller, query, routesByPrefix, true, within, wanted - found.size()));
            }
            return found;
        });
        boolean more = rows.size() == wanted;
        List<RequestEntity> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Page<>(
                shown.stream().map(row -> RequestRow.of(caller, row)).toList(),
                more
                        ? ListPosition.of(query.sorting(), shown.get(shown.size() - 1))
                                .cursor()
                        : null);
    }

    Counters counters(Caller caller) {
        Roles.requireDoctor(caller);
        return requests.inTransaction(
                () -> new Counters(count(caller, Box.INCOMING), count(caller, Box.OUTGOING), count(caller, Box.ALL)));
    }

    /** The caller's own consultations of today in the region's zone and those that are overdue, by their start. */
    List<RequestRow> today(Caller caller) {
        Roles.requireDoctor(caller);
        return requests.visitsBefore(caller.id(), settings.endOfToday()).stream()
                .map(row -> RequestRow.of(caller, row))
                .toList();
    }

    private List<RequestEntity> part(
            Caller caller,
            ListQuery query,
            Map<String, Set<String>> routesByPrefix,
            boolean closed,
            ListPosition after,
            int wanted) {
        if (query.state() != null && query.state().isClosed() != closed) {
            return List.of();
        }
        return query.box().lanes(closed).stream()
                .flatMap(
                        lane -> requests.page(lane, closed, caller.id(), query, routesByPrefix, after, wanted).stream())
                .sorted(query.sorting().comparator())
                .limit(wanted)
                .toList();
    }

    private long count(Caller caller, Box box) {
        return box.lanes(false).stream()
                .mapToLong(lane -> requests.countActive(lane, caller.id()))
                .sum();
    }
}
