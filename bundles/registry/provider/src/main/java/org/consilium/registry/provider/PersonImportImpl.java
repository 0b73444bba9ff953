package org.consilium.registry.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.registry.api.ImportResult;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonImport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills the embedded index, batch by batch. */
@Component(service = PersonImport.class)
public class PersonImportImpl implements PersonImport {
    static final int BATCH = 1_000;

    private final PersonRepository persons;
    private final AuditLog audit;

    @Activate
    public PersonImportImpl(@Reference PersonRepository persons, @Reference AuditLog audit) {
        this.persons = persons;
        this.audit = audit;
    }

    @Override
    public ImportResult importAll(Caller caller, Iterator<Person> source) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.OPERATOR))) {
            throw ConsiliumException.forbidden("registry.not-allowed");
        }
        Run run = new Run(caller);
        while (source.hasNext()) {
            run.take(source.next());
        }
        return run.finish();
    }

    /** One import on its way. */
    private final class Run {
        private final Caller caller;
        private final LocalDate today = LocalDate.now();
        private final List<Person> batch = new ArrayList<>(BATCH);
        private final List<ImportResult.Rejection> rejections = new ArrayList<>();
        private int position;
        private int rejected;
        private int added;
        private int changed;
        private int unchanged;

        Run(Caller caller) {
            this.caller = caller;
        }

        void take(Person person) {
            if (person == null) {
                reject(null, List.of(new FieldProblem("", "required")));
            } else {
                PersonCheck check = new PersonCheck(person, today);
                if (check.problems().isEmpty()) {
                    batch.add(check.normal());
                } else {
                    reject(check.normal().id(), check.problems());
                }
            }
            position++;
            if (batch.size() == BATCH) {
                save();
            }
        }

        ImportResult finish() {
            save();
            return new ImportResult(added, changed, unchanged, rejected, rejections);
        }

        private void reject(String personId, List<FieldProblem> problems) {
            rejected++;
            if (rejections.size() < ImportResult.MAX_REJECTIONS) {
                rejections.add(new ImportResult.Rejection(position, personId, problems));
            }
        }

        private void save() {
            if (batch.isEmpty()) {
                return;
            }
            PersonRepository.Saved saved = persons.inTransaction(() -> {
                PersonRepository.Saved done = persons.save(batch);
                if (done.added() + done.changed() > 0) {
                    audit.append(
                            caller,
                            "registry.imported",
                            null,
                            Map.of(
                                    "added",
                                    Integer.toString(done.added()),
                                    "changed",
                                    Integer.toString(done.changed())));
                }
                return done;
            });
            added += saved.added();
            changed += saved.changed();
            unchanged += saved.unchanged();
            batch.clear();
        }
    }
}
