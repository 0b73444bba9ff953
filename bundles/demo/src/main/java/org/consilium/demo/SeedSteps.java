package org.consilium.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.kernel.Caller;
import org.consilium.registry.api.PersonImport;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.TemplateService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the demo makes, each part once in a database. Raise the number in a part's name when its contents change. */
final class SeedSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SeedSteps.class);
    private static final Caller DEMO = Caller.system("demo");
    private static final String STAFF = "staff 1";
    private static final String SCHEDULES = "schedules 1";

    private final DemoRepository repository;
    private final int people;
    private final String peoplePart;

    SeedSteps(DemoRepository repository, int people) {
        this.repository = repository;
        this.people = people;
        peoplePart = "people 1: " + people;
    }

    /**
     * Makes what can be made now.
     *
     * @param staff {@code null} while the domain is away, as the others
     * @return whether everything is there
     */
    boolean run(StaffAdministration staff, PersonImport registry, TemplateService schedules) {
        boolean done = part(STAFF, staff != null, () -> makeStaff(staff));
        done &= part(SCHEDULES, done && schedules != null, () -> makeSchedules(schedules));
        done &= part(peoplePart, registry != null, () -> makePeople(registry));
        return done;
    }

    private boolean part(String name, boolean possible, Runnable work) {
        if (repository.holds(name)) {
            return true;
        }
        if (!possible) {
            return false;
        }
        long begin = System.nanoTime();
        work.run();
        repository.mark(name);
        LOG.info("made {} in {} ms", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        return true;
    }

    private void makeStaff(StaffAdministration staff) {
        DemoAccount.ORGANISATIONS.forEach(name -> staff.createOrganisation(DEMO, id("organisation", name), name));
        for (DemoAccount account : DemoAccount.ALL) {
            NewStaffMember member = new NewStaffMember(
                    id("account", account.login()),
                    account.surname(),
                    account.name(),
                    account.patronymic(),
                    id("organisation", account.organisation()),
                    account.position(),
                    account.speciality(),
                    account.profiles(),
                    account.roles());
            staff.createAccount(DEMO, member, account.login(), DemoAccount.PASSWORD);
        }
    }

    private void makeSchedules(TemplateService schedules) {
        // From yesterday on: whatever the region's zone, today is covered.
        LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        for (DemoAccount account : DemoAccount.ALL) {
            DemoAccount.Hours hours = account.hours();
            if (hours != null) {
                schedules.create(
                        DEMO,
                        new NewTemplate(
                                id("template", account.login()),
                                id("account", account.login()),
                                hours.title,
                                hours.weekdays,
                                hours.start,
                                hours.end,
                                DemoAccount.Hours.SLOT_MINUTES,
                                0,
                                from,
                                null));
            }
        }
    }

    private void makePeople(PersonImport registry) {
        registry.importAll(DEMO, new SyntheticPeople(people).iterator());
    }

    /** The same id for the same thing in each run and each database. */
    static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes(("consilium demo " + kind + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
