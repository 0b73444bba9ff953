package org.consilium.scheduling.provider;

import static org.consilium.scheduling.provider.House.MONDAY;
import static org.consilium.scheduling.provider.House.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class TemplateServiceTest {
    private final House house;

    TemplateServiceTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void keepsWhatWasTyped() {
        UUID id = Uuid7.next();
        Template made = house.templates.create(
                house.doctor,
                new NewTemplate(
                        id,
                        house.doctor.id(),
                        " По будням ",
                        List.of(5, 1, 1),
                        "08:30",
                        "24:00",
                        25,
                        5,
                        MONDAY,
                        MONDAY.plusDays(10)));
        Template expected = new Template(
                id,
                house.doctor.id(),
                "Щербаков П. И.",
                "По будням",
                List.of(1, 5),
                "08:30",
                "24:00",
                25,
                5,
                MONDAY,
                MONDAY.plusDays(10),
                made.version());
        assertEquals(expected, made);
        assertEquals(List.of(expected), house.templates.list(house.doctor, house.doctor.id()));
        assertEquals(List.of("scheduling.template-created"), house.audit.actions());
        assertEquals(1, house.live.sent.size());
    }

    @Test
    @Proves("S030")
    void everybodyOnStaffReadsTheTemplatesOfAllByDoctor() {
        house.daily(house.stranger, "09:00", "10:00", 30, 0);
        house.daily(house.doctor, "12:00", "13:00", 30, 0);
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.daily(house.colleague, "09:00", "10:00", 30, 0);
        for (Caller caller : List.of(house.operator, house.stranger, house.scheduler, house.system)) {
            assertEquals(
                    List.of("Ёлкина П. И. 09:00", "Щербаков П. И. 09:00", "Щербаков П. И. 12:00", "Яшин П. И. 09:00"),
                    house.templates.list(caller, null).stream()
                            .map(row -> row.doctorName() + " " + row.start())
                            .toList());
        }
        assertCode("scheduling.not-allowed", () -> house.templates.list(house.patient, null));
    }

    @Test
    void namesAreFreshWhileTheDirectoryIsThereAndOldWhileItIsAway() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.staff.rename(house.doctor, "Щукин");
        assertEquals("Щукин П. И.", onlyTemplate().doctorName());
        house.rights.directory = null;
        assertEquals("Щербаков П. И.", onlyTemplate().doctorName());
    }

    @Test
    void theSameIdAgainAnswersTheSameTemplate() {
        NewTemplate wanted = template(house.doctor.id(), "09:00", "10:00", 30, 0);
        Template made = house.templates.create(house.doctor, wanted);
        assertEquals(made, house.templates.create(house.doctor, wanted));
        assertEquals(List.of(made), house.templates.list(house.doctor, null));
        assertEquals(1, house.audit.entries.size());
        assertCode("scheduling.id-taken", () -> house.templates.create(house.scheduler, wanted));
    }

    @Test
    void ownTemplatesOrThoseOfTheOwnOrganisationAsScheduler() {
        for (Caller caller : List.of(house.doctor, house.scheduler, house.system)) {
            Template made = house.templates.create(caller, template(house.doctor.id(), "09:00", "10:00", 30, 0));
            Template changed = house.templates.save(caller, titled(made, "Другой"));
            assertEquals("Другой", changed.title());
            house.templates.delete(caller, changed.id(), changed.version());
        }
        Template made = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        for (Caller caller :
                List.of(house.colleague, house.stranger, house.otherScheduler, house.operator, house.patient)) {
            assertCode(
                    "scheduling.not-allowed",
                    () -> house.templates.create(caller, template(house.doctor.id(), "09:00", "10:00", 30, 0)));
            assertCode("scheduling.not-allowed", () -> house.templates.save(caller, titled(made, "Другой")));
            assertCode("scheduling.not-allowed", () -> house.templates.delete(caller, made.id(), made.version()));
        }
        assertCode(
                "scheduling.not-allowed",
                () -> house.templates.create(house.operator, template(house.operator.id(), "09:00", "10:00", 30, 0)));
        assertEquals(made, onlyTemplate());
    }

    @Test
    void aStaleChangeIsRefused() {
        Template made = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        Template changed = house.templates.save(house.doctor, titled(made, "Первый"));
        assertTrue(changed.version() > made.version());
        assertCode("scheduling.changed-meanwhile", () -> house.templates.save(house.doctor, titled(made, "Второй")));
        assertCode(
                "scheduling.changed-meanwhile", () -> house.templates.delete(house.doctor, made.id(), made.version()));
        assertEquals("Первый", onlyTemplate().title());
    }

    @Test
    void aTemplateStaysWithItsDoctor() {
        Template made = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        Template moved = new Template(
                made.id(),
                house.colleague.id(),
                null,
                made.title(),
                made.weekdays(),
                made.start(),
                made.end(),
                made.slotMinutes(),
                made.bufferMinutes(),
                made.validFrom(),
                made.validTo(),
                made.version());
        assertCode("scheduling.invalid", () -> house.templates.save(house.system, moved));
    }

    @Test
    void whatIsGoneIsGone() {
        Template made = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.templates.delete(house.doctor, made.id(), made.version());
        house.templates.delete(house.doctor, made.id(), made.version());
        assertEquals(List.of(), house.templates.list(house.doctor, null));
        assertCode("scheduling.no-such-template", () -> house.templates.save(house.doctor, made));
        assertEquals(List.of("scheduling.template-created", "scheduling.template-deleted"), house.audit.actions());
    }

    @Test
    void onlyForActiveStaffAndOnlyWhenTheDirectoryKnows() {
        assertCode(
                "scheduling.invalid",
                () -> house.templates.create(house.system, template(Uuid7.next(), "09:00", "10:00", 30, 0)));
        house.staff.dismiss(house.doctor);
        assertCode(
                "scheduling.invalid",
                () -> house.templates.create(house.system, template(house.doctor.id(), "09:00", "10:00", 30, 0)));
        house.rights.directory = null;
        assertCode(
                "platform.domain-away",
                () -> house.templates.create(house.scheduler, template(house.doctor.id(), "09:00", "10:00", 30, 0)));
    }

    @Test
    void aWrongTemplateIsNotSaved() {
        Template made = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        assertCode("scheduling.invalid", () -> house.templates.save(house.doctor, titled(made, "")));
        assertCode("scheduling.invalid", () -> house.templates.save(house.doctor, null));
        assertCode("scheduling.invalid", () -> house.templates.create(house.doctor, null));
    }

    private Template onlyTemplate() {
        List<Template> rows = house.templates.list(house.doctor, house.doctor.id());
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    private static Template titled(Template template, String title) {
        return new Template(
                template.id(),
                template.doctorId(),
                template.doctorName(),
                title,
                template.weekdays(),
                template.start(),
                template.end(),
                template.slotMinutes(),
                template.bufferMinutes(),
                template.validFrom(),
                template.validTo(),
                template.version());
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }
}
