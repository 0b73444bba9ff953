package org.consilium.registry.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.security.Attempts;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.PatientDirectory;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The embedded index: persons in a table of the platform's own database. */
@Component(service = PatientDirectory.class, configurationPid = RegistryConfig.PID)
@Designate(ocd = RegistryConfig.class)
public class EmbeddedPatientDirectory implements PatientDirectory {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MAX_ID_LENGTH = 64;

    private final RegistryConfig config;
    private final PersonRepository persons;
    private final AuditLog audit;
    private final Attempts attempts;

    @Activate
    public EmbeddedPatientDirectory(
            RegistryConfig config,
            @Reference PersonRepository persons,
            @Reference AuditLog audit,
            @Reference Attempts attempts) {
        this.config = config;
        this.persons = persons;
        this.audit = audit;
        this.attempts = attempts;
    }

    @Override
    public List<Person> find(Caller caller, PersonQuery query) {
        requireDoctor(caller);
        String normal = normal(query);
        take(caller, "registry-search", config.searchesPerMinute());
        return persons.inTransaction(() -> {
            List<Person> hits = persons.find(query.kind(), normal);
            audit.append(
                    caller,
                    "registry.searched",
                    null,
                    Map.of("kind", query.kind().name(), "hits", Integer.toString(hits.size())));
            return hits;
        });
    }

    @Override
    public Optional<Person> get(Caller caller, String personId) {
        requireDoctor(caller);
        if (personId == null || personId.isEmpty() || personId.length() > MAX_ID_LENGTH) {
            return Optional.empty();
        }
        take(caller, "registry-read", config.readsPerMinute());
        return persons.inTransaction(() -> {
            Optional<Person> person = persons.get(personId);
            // The id of a hit is the registry's own; what was asked in vain may be anything that somebody typed.
            audit.append(
                    caller,
                    "registry.person-read",
                    null,
                    person.map(p -> Map.of("person", p.id(), "hits", "1")).orElse(Map.of("hits", "0")));
            return person;
        });
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    private static void requireDoctor(Caller caller) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.DOCTOR))) {
            throw ConsiliumException.forbidden("registry.not-allowed");
        }
    }

    private static String normal(PersonQuery query) {
        if (query == null || query.kind() == null) {
            throw invalid("kind", "required");
        }
        if (query.value() == null || query.value().isBlank()) {
            throw invalid("value", "required");
        }
        return Identifiers.normalise(query.kind(), query.value()).orElseThrow(() -> invalid("value", "format"));
    }

    private static ConsiliumException invalid(String field, String code) {
        return ConsiliumException.invalid("registry.invalid-identifier", List.of(new FieldProblem(field, code)));
    }

    private void take(Caller caller, String purpose, int limit) {
        if (caller.isStaff()) {
            attempts.take(purpose, caller.id().toString(), limit, MINUTE);
        }
    }
}
