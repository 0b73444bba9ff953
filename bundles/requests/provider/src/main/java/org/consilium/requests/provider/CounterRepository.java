package org.consilium.requests.provider;

import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of the counters of a year. */
@Component(service = CounterRepository.class)
public class CounterRepository {
    private final JpaTemplate jpa;

    @Activate
    public CounterRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Takes numbers for good, in a transaction of its own. @return the first of them */
    long take(int year, int count) {
        try {
            return tryTake(year, count);
        } catch (RuntimeException e) {
            if (!UniqueViolation.in(e)) {
                throw e;
            }
            return tryTake(year, count); // another node made the year's row a moment ago
        }
    }

    private long tryTake(int year, int count) {
        return jpa.txExpr(TransactionType.RequiresNew, em -> {
            CounterEntity counter = em.find(CounterEntity.class, year, LockModeType.PESSIMISTIC_WRITE);
            if (counter == null) {
                counter = new CounterEntity();
                counter.year = year;
                counter.next = 1;
                em.persist(counter);
            }
            long first = counter.next;
            counter.next += count;
            em.flush();
            return first;
        });
    }
}
