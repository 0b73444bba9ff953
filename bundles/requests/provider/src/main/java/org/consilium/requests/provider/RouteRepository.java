package org.consilium.requests.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of described routes, of the words of their titles and of favourites. */
@Component(service = RouteRepository.class)
public class RouteRepository {
    private final JpaTemplate jpa;

    @Activate
    public RouteRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<DescribedRouteEntity> find(String key) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(DescribedRouteEntity.class, key)));
    }

    /** Adds a route with its words, unless it is there. Call it outside of a transaction. */
    void addIfAbsent(DescribedRouteEntity route, Set<String> words) {
        try {
            jpa.tx(TransactionType.Required, em -> {
                if (em.find(DescribedRouteEntity.class, route.key) == null) {
                    em.persist(route);
                    words.forEach(word -> em.persist(new RouteWordEntity(word, route.key)));
                    em.flush();
                }
            });
        } catch (RuntimeException e) {
            if (!UniqueViolation.in(e)) {
                throw e;
            }
            // another thread or node was a moment faster with the same row
        }
    }

    /** For each prefix the routes that have a word which begins with it. */
    Map<String, Set<String>> keysByPrefix(Collection<String> prefixes) {
        List<String> all = List.copyOf(new HashSet<>(prefixes));
        if (all.isEmpty()) {
            return Map.of();
        }
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            conditions.append(i == 0 ? "" : " or ").append("(w.word >= :from" + i + " and w.word < :to" + i + ")");
        }
        List<RouteWordEntity> found = jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<RouteWordEntity> query =
                    em.createQuery("select w from RouteWord w where " + conditions, RouteWordEntity.class);
            for (int i = 0; i < all.size(); i++) {
                query.setParameter("from" + i, all.get(i)).setParameter("to" + i, SearchWords.upperBound(all.get(i)));
            }
            return query.setHint("eclipselink.read-only", "true").getResultList();
        });
        return all.stream().collect(Collectors.toMap(prefix -> prefix, prefix -> found.stream()
                .filter(row -> row.word.startsWith(prefix))
                .map(row -> row.routeKey)
                .collect(Collectors.toSet())));
    }

    Set<String> favourites(UUID accountId) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> new HashSet<>(
                        em.createQuery("select f.routeId from Favourite f where f.accountId = :account", String.class)
                                .setParameter("account", accountId.toString())
                                .getResultList()));
    }

    void addFavourite(UUID accountId, String routeId) {
        try {
            jpa.tx(TransactionType.Required, em -> {
                em.persist(new FavouriteEntity(accountId.toString(), routeId));
                em.flush();
            });
        } catch (RuntimeException e) {
            if (!UniqueViolation.in(e)) {
                throw e;
            }
        }
    }

    void removeFavourite(UUID accountId, String routeId) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from Favourite f where f.accountId = :account and f.routeId = :route")
                .setParameter("account", accountId.toString())
                .setParameter("route", routeId)
                .executeUpdate());
    }
}
