package org.consilium.identity.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAccount;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.SearchWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The rows of organisations and accounts. Every method joins the caller's transaction or opens its own. Subqueries use {@code in}: for
 * {@code exists} EclipseLink writes the parameters of the whole statement into its text on H2.
 */
@Component(service = StaffRepository.class)
public class StaffRepository {
    private static final String MEMBERS =
            "select a, o.name from AccountEntity a, OrganisationEntity o where o.id = a.organisationId";
    private static final int IDS_PER_QUERY = 500;

    private final JpaTemplate jpa;

    @Activate
    public StaffRepository(
            @Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa,
            @Reference(target = "(domain=identity)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(em -> work.get());
    }

    Optional<OrganisationEntity> organisation(UUID id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(OrganisationEntity.class, id.toString())));
    }

    void add(OrganisationEntity organisation) {
        jpa.tx(em -> {
            em.persist(organisation);
            em.flush();
        });
    }

    Optional<AccountEntity> account(UUID id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(AccountEntity.class, id.toString())));
    }

    /** The account, locked until the transaction ends. */
    Optional<AccountEntity> lockedAccount(UUID id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(AccountEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Writes what was changed, so that what the database refuses shows here. */
    void flush() {
        jpa.tx(em -> em.flush());
    }

    Optional<AccountEntity> accountOf(String login) {
        return jpa.txExpr(
                em -> em.createQuery("select a from AccountEntity a where a.login = :login", AccountEntity.class)
                        .setParameter("login", login)
                        .getResultStream()
                        .findFirst());
    }

    /** By the beginning of the login, in its order. */
    List<StaffAccount> accounts(String prefix, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        MEMBERS + " and a.login >= :from and a.login < :to order by a.login", Object[].class)
                .setParameter("from", prefix)
                .setParameter("to", SearchWords.upperBound(prefix))
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new StaffAccount(((AccountEntity) row[0]).login(), member(row)))
                .toList());
    }

    List<Organisation> organisations() {
        return jpa.txExpr(em -> em.createQuery(
                        "select o from OrganisationEntity o order by o.name, o.id", OrganisationEntity.class)
                .getResultStream()
                .map(organisation -> new Organisation(organisation.id(), organisation.name()))
                .toList());
    }

    /** Flushed, so that a login or id that is taken shows here. */
    void add(AccountEntity account, Set<String> words, Set<String> consultingIn) {
        jpa.tx(em -> {
            em.persist(account);
            addToLists(account.id(), words, consultingIn);
            em.flush();
        });
    }

    /** Puts an account into the directory and into the lists of consultants. */
    void addToLists(UUID accountId, Set<String> words, Set<String> consultingIn) {
        jpa.tx(em -> {
            words.forEach(word -> em.persist(new WordEntity(word, accountId)));
            consultingIn.forEach(profile -> em.persist(new ConsultantEntity(profile, accountId)));
        });
    }

    /** Takes an account out of the directory and of the lists of consultants. */
    void removeFromLists(UUID accountId) {
        jpa.tx(em -> {
            em.createQuery("delete from WordEntity w where w.accountId = :id")
                    .setParameter("id", accountId.toString())
                    .executeUpdate();
            em.createQuery("delete from ConsultantEntity c where c.accountId = :id")
                    .setParameter("id", accountId.toString())
                    .executeUpdate();
        });
    }

    Map<UUID, StaffMember> members(Collection<UUID> ids) {
        List<String> keys = ids.stream().distinct().map(UUID::toString).toList();
        return jpa.txExpr(em -> {
            Map<UUID, StaffMember> members = new LinkedHashMap<>();
            for (int from = 0; from < keys.size(); from += IDS_PER_QUERY) {
                em.createQuery(MEMBERS + " and a.id in :ids", Object[].class)
                        .setParameter("ids", keys.subList(from, Math.min(keys.size(), from + IDS_PER_QUERY)))
                        .getResultStream()
                        .map(StaffRepository::member)
                        .forEach(member -> members.put(member.id(), member));
            }
            return members;
        });
    }

    /** @param profile {@code null} for any */
    List<StaffMember> consultants(Set<UUID> organisations, String profile) {
        String consulting =
                "select c.accountId from ConsultantEntity c" + (profile == null ? "" : " where c.profile = :profile");
        String within = organisations.isEmpty() ? "" : " and a.organisationId in :organisations";
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(
                    MEMBERS + " and a.id in (" + consulting + ")" + within + " order by a.sortName, a.id",
                    Object[].class);
            if (profile != null) {
                query.setParameter("profile", profile);
            }
            if (!organisations.isEmpty()) {
                query.setParameter(
                        "organisations",
                        organisations.stream().map(UUID::toString).toList());
            }
            return query.getResultStream().map(StaffRepository::member).toList();
        });
    }

    /** Active doctors with the right to coordinate: few, among the accounts of a region. */
    List<StaffMember> coordinators(Set<UUID> organisations) {
        String within = organisations.isEmpty() ? "" : " and a.organisationId in :organisations";
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(
                            MEMBERS + " and a.active = true and a.roles like :role" + within
                                    + " order by a.sortName, a.id",
                            Object[].class)
                    .setParameter("role", "%" + Caller.COORDINATOR + "%");
            if (!organisations.isEmpty()) {
                query.setParameter(
                        "organisations",
                        organisations.stream().map(UUID::toString).toList());
            }
            return query.getResultStream()
                    .map(StaffRepository::member)
                    .filter(member -> member.roles().containsAll(Set.of(Caller.COORDINATOR, Caller.DOCTOR)))
                    .toList();
        });
    }

    /** Active members after the cursor whose words begin with each of the prefixes, with their sort names. */
    List<Found> search(List<String> prefixes, StaffCursor after, int limit) {
        StringBuilder jpql = new StringBuilder(
                MEMBERS + " and a.active = true" + " and (a.sortName > :name or (a.sortName = :name and a.id > :id))");
        for (int i = 0; i < prefixes.size(); i++) {
            jpql.append(" and a.id in (select w.accountId from WordEntity w where w.word >= :from" + i
                    + " and w.word < :to" + i + ")");
        }
        jpql.append(" order by a.sortName, a.id");
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = after(em.createQuery(jpql.toString(), Object[].class), after, limit);
            for (int i = 0; i < prefixes.size(); i++) {
                query.setParameter("from" + i, prefixes.get(i));
                query.setParameter("to" + i, SearchWords.upperBound(prefixes.get(i)));
            }
            return found(query);
        });
    }

    /** Active members of an organisation after the cursor. */
    List<Found> ofOrganisation(UUID organisation, StaffCursor after, int limit) {
        return jpa.txExpr(em -> found(after(
                em.createQuery(
                                MEMBERS + " and a.organisationId = :organisation and a.active = true"
                                        + " and (a.sortName > :name or (a.sortName = :name and a.id > :id))"
                                        + " order by a.sortName, a.id",
                                Object[].class)
                        .setParameter("organisation", organisation.toString()),
                after,
                limit)));
    }

    private static TypedQuery<Object[]> after(TypedQuery<Object[]> query, StaffCursor after, int limit) {
        return query.setParameter("name", after.sortName())
                .setParameter("id", after.id())
                .setMaxResults(limit);
    }

    private static List<Found> found(TypedQuery<Object[]> query) {
        List<Found> found = new ArrayList<>();
        for (Object[] row : query.getResultList()) {
            found.add(new Found(member(row), ((AccountEntity) row[0]).sortName()));
        }
        return found;
    }

    private static StaffMember member(Object[] row) {
        return ((AccountEntity) row[0]).toMember((String) row[1]);
    }

    /** A member with its place in the order of the directory. */
    record Found(StaffMember member, String sortName) {
        StaffCursor cursor() {
            return new StaffCursor(sortName, member.id().toString());
        }
    }
}
