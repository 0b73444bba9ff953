package org.consilium.identity.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.PersistenceException;
import org.consilium.identity.api.StaffIdentifiers;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.persistence.UniqueViolation;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.PersonQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** СНИЛС of accounts. */
@Component(service = StaffIdentifiers.class)
public class StaffIdentifiersImpl implements StaffIdentifiers {
    private final StaffRepository repository;
    private final AuditLog audit;

    @Activate
    public StaffIdentifiersImpl(@Reference StaffRepository repository, @Reference AuditLog audit) {
        this.repository = repository;
        this.audit = audit;
    }

    @Override
    public Optional<String> snils(UUID accountId) {
        return repository.account(accountId).map(AccountEntity::snils);
    }

    @Override
    public void setSnils(Caller caller, UUID accountId, String snils) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.OPERATOR))) {
            throw ConsiliumException.forbidden("identity.operator-only");
        }
        String digits = snils == null ? null : checked(snils);
        try {
            repository.inTransaction(() -> {
                repository
                        .lockedAccount(accountId)
                        .orElseThrow(() -> ConsiliumException.notFound("identity.account-unknown"))
                        .enterSnils(digits);
                repository.flush();
                audit.append(caller, "identity.snils-entered", accountId, Map.of());
                return null;
            });
        } catch (PersistenceException e) {
            if (UniqueViolation.of("identity_account_snils", e)) {
                throw ConsiliumException.conflict("identity.snils-taken", "another account has it");
            }
            throw e;
        }
    }

    private static String checked(String typed) {
        String digits = Identifiers.normalise(PersonQuery.Kind.SNILS, typed).orElseThrow(() -> invalid("format"));
        if (!Identifiers.hasRightCheckDigit(PersonQuery.Kind.SNILS, digits)) {
            throw invalid("check-digit");
        }
        return digits;
    }

    private static ConsiliumException invalid(String problem) {
        return ConsiliumException.invalid("identity.invalid-snils", List.of(new FieldProblem("snils", problem)));
    }
}
