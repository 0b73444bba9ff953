package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.consilium.platform.persistence.SearchWords;

/** The "where" of a list's query: conditions with parameters, never with values in their text. */
final class RequestConditions {
    /**
     * Never true beside {@code r.closed = :closed}: it keeps PostgreSQL from making a join of the words, which it believes to be few, and
     * reading each of their requests to sort them.
     */
    private static final String PASS_OVER = " or r.closed <> :closed)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RequestConditions(Box.Lane lane, boolean closed, UUID me) {
        conditions.add(lane.condition);
        conditions.add("r.closed = :closed");
        parameters.put("me", me.toString());
        parameters.put("closed", closed);
    }

    void filter(ListQuery query) {
        filter("r.state = :state", "state", query.state());
        filter("r.profileCode = :profile", "profile", query.profile());
        filter(
                "r.consultantId = :consultant",
                "consultant",
                query.consultant() == null ? null : query.consultant().toString());
        filter("r.submittedAt >= :from", "from", query.from());
        filter("r.submittedAt < :to", "to", query.to());
    }

    /** @param flagged {@code null} for both */
    void flagged(Boolean flagged) {
        filter("r.redFlagged = :flagged", "flagged", flagged);
    }

    private void filter(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    void after(Sorting sorting, ListPosition position) {
        // The first half alone lets the index begin at the right place.
        conditions.add(sorting.column + " " + sorting.later + "= :afterAt and (" + sorting.column + " " + sorting.later
                + " :afterAt or r.id " + sorting.later + " :afterId)");
        parameters.put("afterAt", position.at());
        parameters.put("afterId", position.id());
    }

    void search(Search search) {
        for (SearchTerm term : search.terms()) {
            conditions.add(term.alternatives().stream()
                    .map(prefixes -> prefixes.stream()
                            .map(prefix -> word(prefix, search.routes(prefix)))
                            .collect(Collectors.joining(" and ", "(", ")")))
                    .collect(Collectors.joining(" or ", "(", search.few() ? ")" : PASS_OVER)));
        }
    }

    private String word(String prefix, Set<String> routes) {
        int n = parameters.size();
        parameters.put("from" + n, prefix);
        parameters.put("to" + n, SearchWords.upperBound(prefix));
        String words = "r.id in (select w" + n + ".requestId from Word w" + n + " where w" + n
                + ".accountId = :me and w" + n + ".word >= :from" + n + " and w" + n + ".word < :to" + n + ")";
        if (routes.isEmpty()) {
            return words;
        }
        parameters.put("routes" + n, routes);
        return "(" + words + " or r.routeKey in :routes" + n + ")";
    }

    String jpql() {
        return String.join(" and ", conditions);
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
