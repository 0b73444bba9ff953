package org.consilium.scheduling.provider;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.Template;
import org.consilium.scheduling.api.TemplateService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates as rows. */
@Component(service = TemplateService.class)
public class TemplateServiceImpl implements TemplateService {
    private static final Locale LIST_LANGUAGE = Locale.forLanguageTag("ru");

    private final TemplateRepository repository;
    private final ScheduleRights rights;
    private final Journal journal;

    @Activate
    public TemplateServiceImpl(
            @Reference TemplateRepository repository, @Reference ScheduleRights rights, @Reference Journal journal) {
        this.repository = repository;
        this.rights = rights;
        this.journal = journal;
    }

    @Override
    public Template create(Caller caller, NewTemplate template) {
        rights.requireStaff(caller);
        TemplateRules.check(template);
        rights.requireChange(caller, template.doctorId());
        return repository.inTransaction(() -> repository
                .template(template.id())
                .map(existing -> sameAuthor(caller, existing))
                .orElseGet(() -> insert(caller, template)));
    }

    @Override
    public Template save(Caller caller, Template template) {
        rights.requireStaff(caller);
        TemplateRules.check(input(template));
        return repository.inTransaction(() -> {
            TemplateEntity row = repository
                    .template(template.id())
                    .orElseThrow(() -> ConsiliumException.notFound("scheduling.no-such-template"));
            rights.requireChange(caller, UUID.fromString(row.doctorId));
            if (!template.doctorId().toString().equals(row.doctorId)) {
                throw ConsiliumException.invalid(
                        "scheduling.invalid", List.of(new FieldProblem("doctorId", "unchangeable")));
            }
            requireVersion(row, template.version());
            fill(row, input(template));
            repository.flush();
            journal.changed(caller, "template-changed", row.id, row.doctorId);
            return named(row, rights.doctors(List.of(template.doctorId())));
        });
    }

    @Override
    public void delete(Caller caller, UUID id, long version) {
        rights.requireStaff(caller);
        repository.inTransaction(() -> {
            repository.template(id).ifPresent(row -> {
                rights.requireChange(caller, UUID.fromString(row.doctorId));
                requireVersion(row, version);
                repository.remove(row);
                journal.changed(caller, "template-deleted", row.id, row.doctorId);
            });
            return null;
        });
    }

    @Override
    public List<Template> list(Caller caller, UUID doctorId) {
        rights.requireStaff(caller);
        Collection<TemplateEntity> rows = repository.inTransaction(() ->
                doctorId == null ? repository.allTemplates() : repository.templates(List.of(doctorId.toString())));
        Map<UUID, StaffMember> doctors = rights.doctors(
                rows.stream().map(row -> UUID.fromString(row.doctorId)).collect(Collectors.toSet()));
        return rows.stream().map(row -> named(row, doctors)).sorted(listOrder()).toList();
    }

    private Template insert(Caller caller, NewTemplate template) {
        StaffMember doctor = rights.doctor(template.doctorId());
        TemplateEntity row = new TemplateEntity();
        row.id = template.id().toString();
        row.doctorId = template.doctorId().toString();
        row.doctorName = doctor.shortName();
        row.author = Journal.author(caller);
        fill(row, template);
        repository.add(row);
        journal.changed(caller, "template-created", row.id, row.doctorId);
        return named(row, Map.of(doctor.id(), doctor));
    }

    private Template sameAuthor(Caller caller, TemplateEntity existing) {
        if (!existing.author.equals(Journal.author(caller))) {
            throw ConsiliumException.conflict("scheduling.id-taken", "somebody else used the id");
        }
        return named(existing, rights.doctors(List.of(UUID.fromString(existing.doctorId))));
    }

    private static void requireVersion(TemplateEntity row, long version) {
        if (row.version != version) {
            throw ConsiliumException.changedMeanwhile("scheduling");
        }
    }

    private static NewTemplate input(Template template) {
        return template == null
                ? null
                : new NewTemplate(
                        template.id(),
                        template.doctorId(),
                        template.title(),
                        template.weekdays(),
                        template.start(),
                        template.end(),
                        template.slotMinutes(),
                        template.bufferMinutes(),
                        template.validFrom(),
                        template.validTo());
    }

    private static void fill(TemplateEntity row, NewTemplate template) {
        row.title = template.title().strip();
        row.weekdays = TemplateRules.digits(template.weekdays());
        row.startMinute = TemplateRules.minuteOfDay(template.start()).orElseThrow();
        row.endMinute = TemplateRules.minuteOfDay(template.end()).orElseThrow();
        row.slotMinutes = template.slotMinutes();
        row.bufferMinutes = template.bufferMinutes();
        row.validFrom = template.validFrom();
        row.validTo = template.validTo();
    }

    private static Template named(TemplateEntity row, Map<UUID, StaffMember> doctors) {
        UUID doctorId = UUID.fromString(row.doctorId);
        StaffMember doctor = doctors.get(doctorId);
        return new Template(
                UUID.fromString(row.id),
                doctorId,
                doctor == null ? row.doctorName : doctor.shortName(),
                row.title,
                row.weekdays.chars().mapToObj(Character::getNumericValue).toList(),
                TemplateRules.time(row.startMinute),
                TemplateRules.time(row.endMinute),
                row.slotMinutes,
                row.bufferMinutes,
                row.validFrom,
                row.validTo,
                row.version);
    }

    /** By name as people read it; databases sort Cyrillic in ways of their own. */
    private static Comparator<Template> listOrder() {
        return Comparator.comparing(Template::doctorName, Collator.getInstance(LIST_LANGUAGE))
                .thenComparing(Template::doctorId)
                .thenComparing(Template::validFrom)
                .thenComparing(Template::start)
                .thenComparing(Template::id);
    }
}
