package org.consilium.registry.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the embedded index. */
@Component(service = PersonRepository.class)
public class PersonRepository {
    /** More persons than this with one identifier are a fault of the source; the first ones are shown. */
    static final int MAX_HITS = 100;

    private final JpaTemplate jpa;

    @Activate
    public PersonRepository(
            @Reference(target = "(osgi.unit.name=registry)") JpaTemplate jpa,
            @Reference(target = "(domain=registry)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** What a batch did. */
    record Saved(int added, int changed, int unchanged) {}

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    /** Everybody with that identifier, by name. */
    List<Person> find(Kind kind, String normal) {
        String where =
                switch (kind) {
                    case SNILS -> "p.snils";
                    case POLICY -> "p.policy";
                    case PASSPORT -> "p.passport";
                };
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select p from PersonEntity p where " + where
                                + " = :normal order by p.surname, p.name, p.patronymic, p.birthDate, p.id",
                        PersonEntity.class)
                .setParameter("normal", normal)
                .setMaxResults(MAX_HITS)
                .getResultList()
                .stream()
                .map(PersonEntity::toPerson)
                .toList());
    }

    Optional<Person> get(String id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PersonEntity.class, id))
                .map(PersonEntity::toPerson));
    }

    /** Adds or replaces checked persons. */
    Saved save(List<Person> persons) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<String, PersonEntity> known = known(em, persons);
            int added = 0;
            int changed = 0;
            for (Person person : persons) {
                PersonEntity row = known.get(person.id());
                if (row == null) {
                    row = new PersonEntity(person.id());
                    row.take(person);
                    em.persist(row);
                    known.put(person.id(), row);
                    added++;
                } else if (!row.isEqualTo(person)) {
                    row.take(person);
                    changed++;
                }
            }
            flush(em);
            return new Saved(added, changed, persons.size() - added - changed);
        });
    }

    private static Map<String, PersonEntity> known(EntityManager em, List<Person> persons) {
        Map<String, PersonEntity> known = new HashMap<>();
        em.createQuery("select p from PersonEntity p where p.id in :ids", PersonEntity.class)
                .setParameter("ids", persons.stream().map(Person::id).distinct().toList())
                .getResultList()
                .forEach(row -> known.put(row.id, row));
        return known;
    }

    private static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            // Two imports that bring the same new person: one of them is told to run again.
            if (UniqueViolation.in(e)) {
                throw ConsiliumException.changedMeanwhile("registry");
            }
            throw e;
        }
    }
}
