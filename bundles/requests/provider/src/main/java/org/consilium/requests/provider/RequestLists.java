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
    /** So many requests are read and sorted in a few milliseconds. */
    private static final int FEW = 300;

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

    /** Active requests, in «Входящие» those with a red flag first, then with the open lock the closed ones; each part in the order that was asked for. */
    Page<RequestRow> page(Caller caller, ListQuery query) {
        Roles.requireDoctor(caller);
        Search search = search(caller, query.terms());
        int wanted = query.limit() + 1; // one more tells whether there is a next page
        List<RequestLine> rows = requests.inTransaction(() -> {
            List<RequestLine> found = new ArrayList<>();
            ListPosition after = query.after();
            for (ListPart part : query.box().parts(query.closed())) {
                if (found.size() < wanted && (after == null || after.part().compareTo(part) <= 0)) {
                    ListPosition within = after != null && after.part() == part ? after : null;
                    found.addAll(part(caller, query, search, part, within, wanted - found.size()));
                }
            }
            return found;
        });
        boolean more = rows.size() == wanted;
        List<RequestLine> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Page<>(
                shown.stream().map(row -> row(caller, row)).toList(),
                more ? ListPosition.of(query, shown.get(shown.size() - 1)).cursor() : null);
    }

    private Search search(Caller caller, List<SearchTerm> terms) {
        Map<String, Set<String>> routesByPrefix =
                routes.keysByPrefix(terms.stream().flatMap(SearchTerm::prefixes).toList());
        boolean few = terms.stream().anyMatch(term -> term.prefixes()
                .allMatch(prefix ->
                        routesByPrefix.get(prefix).isEmpty() && requests.hasFewWords(caller.id(), prefix, FEW)));
        return new Search(terms, routesByPrefix, few);
    }

    Counters counters(Caller caller) {
        Roles.requireDoctor(caller);
        return requests.inTransaction(
                () -> new Counters(count(caller, Box.INCOMING), count(caller, Box.OUTGOING), count(caller, Box.ALL)));
    }

    /** The caller's own consultations of today in the region's zone and those that are overdue, red flags first, then by their start. */
    List<RequestRow> today(Caller caller) {
        Roles.requireDoctor(caller);
        return requests.visitsBefore(caller.id(), settings.endOfToday()).stream()
                .map(row -> row(caller, row))
                .toList();
    }

    /** The few described routes are kept in memory. */
    private RequestRow row(Caller caller, RequestLine row) {
        return RequestRow.of(caller, row, routes.get(row.routeKey));
    }

    private List<RequestLine> part(
            Caller caller, ListQuery query, Search search, ListPart part, ListPosition after, int wanted) {
        if (query.state() != null && query.state().isClosed() != part.closed()) {
            return List.of();
        }
        return query.box().lanes(part.closed()).stream()
                .flatMap(lane -> requests.page(lane, part, caller.id(), query, search, after, wanted).stream())
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
