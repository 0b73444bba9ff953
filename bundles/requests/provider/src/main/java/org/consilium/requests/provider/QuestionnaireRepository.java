package org.consilium.requests.provider;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of answered questionnaires. */
@Component(service = QuestionnaireRepository.class)
public class QuestionnaireRepository {
    private final JpaTemplate jpa;

    @Activate
    public QuestionnaireRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<QuestionnaireEntity> find(String requestId) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(QuestionnaireEntity.class, requestId)));
    }

    /** The row to write to, made when there is none. Whoever writes holds the lock of the request. */
    QuestionnaireEntity of(String requestId) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionnaireEntity known = em.find(QuestionnaireEntity.class, requestId);
            if (known != null) {
                return known;
            }
            QuestionnaireEntity row = new QuestionnaireEntity();
            row.requestId = requestId;
            em.persist(row);
            return row;
        });
    }
}
