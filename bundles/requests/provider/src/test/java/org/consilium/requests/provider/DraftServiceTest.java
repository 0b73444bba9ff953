package org.consilium.requests.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.consilium.routes.api.RouteDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DraftServiceTest {
    private final House house;
    private final Caller filer;

    DraftServiceTest(Engine engine) {
        house = new House(engine);
        filer = House.as(house.filer);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S045", "S172"})
    void aDraftIsOnTheServerFromTheFirstStepOn() {
        UUID id = begin();
        Draft draft = house.drafts.get(filer, id);
        assertEquals(DraftStep.PERSON, draft.step());
        assertEquals(TestRoutes.PATIENT, draft.route());
        assertEquals(TestRoutes.THERAPY, draft.profile());
        assertEquals(List.of(), draft.problems());
        assertNull(draft.person());
        assertEquals(List.of(draft), house.drafts.all(filer));
    }

    @Test
    void onlyProfilesOfTheRouteCanBeChosen() {
        assertCode(
                "requests.unknown-profile",
                () -> house.drafts.begin(filer, new NewDraft(Uuid7.next(), "general.patient", "29")));
        assertCode(
                "requests.unknown-route", () -> house.drafts.begin(filer, new NewDraft(Uuid7.next(), "no.such", "97")));
        assertCode("requests.unknown-route", () -> house.drafts.begin(filer, new NewDraft(Uuid7.next(), null, "97")));
        assertCode("requests.incomplete", () -> house.drafts.begin(filer, new NewDraft(null, "general.patient", "97")));
        assertEquals(0, house.rows("requests_draft"));
    }

    @Test
    void theSameBeginningTwiceMakesOneDraft() {
        UUID id = begin();
        Draft again = house.drafts.begin(filer, new NewDraft(id, TestRoutes.PATIENT.id(), "97"));
        assertEquals(id, again.id());
        assertEquals(1, house.rows("requests_draft"));
        assertCode(
                "requests.id-taken", () -> house.drafts.begin(filer, new NewDraft(id, TestRoutes.PATIENT.id(), "68")));
        assertCode(
                "requests.id-taken",
                () -> house.drafts.begin(House.as(house.colleague), new NewDraft(id, TestRoutes.PATIENT.id(), "97")));
    }

    @Test
    void severalDraftsAtOnceUpToALimit() {
        for (int i = 0; i < 5; i++) {
            house.clock.advance(Duration.ofSeconds(1));
            begin();
        }
        List<Draft> drafts = house.drafts.all(filer);
        assertEquals(5, drafts.size());
        assertTrue(drafts.get(0).updatedAt().isAfter(drafts.get(4).updatedAt()));
        assertCode("requests.too-many-drafts", this::begin);
    }

    @Test
    void thePersonIsTakenFromTheRegistryWhenHeIsChosen() {
        UUID id = begin();
        Draft draft = change(id, 1, DraftStep.CONTACT, House.PERSON, null, null, null);
        assertEquals(PersonSnapshot.of(house.person), draft.person());
        assertEquals(2, draft.version());
        change(id, 2, DraftStep.CONTACT, House.PERSON, "a@example.org", null, null);
        assertEquals(1, house.registry.lookUps.get(), "the same person is not asked for again");
    }

    @Test
    @Proves({"S050"})
    void anUnknownPersonIsAProblemAndNoFailure() {
        UUID id = begin();
        Draft draft = change(id, 1, DraftStep.CONTACT, "nobody", null, null, null);
        assertNull(draft.person());
        assertEquals(List.of(new FieldProblem("personId", "unknown")), draft.problems());
    }

    @Test
    @Proves({"S062", "S065"})
    void whatIsWrongIsKeptAndNamed() {
        UUID id = begin();
        String longComment = "ж".repeat(1001);
        Draft draft = change(id, 1, DraftStep.CONTACT, House.PERSON, "anna@", longComment, null);
        assertEquals("anna@", draft.email());
        assertEquals(longComment, draft.comment());
        assertEquals(
                List.of(new FieldProblem("email", "format"), new FieldProblem("comment", "too-long")),
                draft.problems());
        assertEquals("anna@", house.drafts.get(filer, id).email());
    }

    @Test
    void whatIsMissingIsNamedOnceItsStepWasPassed() {
        UUID id = begin();
        assertEquals(
                List.of(),
                change(id, 1, DraftStep.PERSON, null, null, null, null).problems());
        assertEquals(
                List.of(new FieldProblem("personId", "required")),
                change(id, 1, DraftStep.CONTACT, null, null, null, null).problems());
        assertEquals(
                List.of(
                        new FieldProblem("personId", "required"),
                        new FieldProblem("email", "required"),
                        new FieldProblem("consultantId", "required")),
                change(id, 2, DraftStep.SLOT, null, null, null, null).problems());
    }

    @Test
    void aConsultantWhoIsNotOfferedIsNamed() {
        UUID id = begin();
        Draft draft = change(id, 1, DraftStep.SLOT, House.PERSON, "a@example.org", null, house.stranger);
        assertEquals(List.of(new FieldProblem("consultantId", "unknown")), draft.problems());
    }

    @Test
    void aChangeInAnotherTabIsNotOverwritten() {
        UUID id = begin();
        change(id, 1, DraftStep.CONTACT, House.PERSON, "a@example.org", null, null);
        assertCode(
                "requests.changed-meanwhile",
                () -> change(id, 1, DraftStep.CONTACT, House.PERSON, "b@example.org", null, null));
        Draft retried = change(id, 1, DraftStep.CONTACT, House.PERSON, "a@example.org", null, null);
        assertEquals(2, retried.version(), "the retry of a lost answer");
    }

    @Test
    void whatIsLongerThanAnythingMeantIsRefused() {
        UUID id = begin();
        assertCode(
                "requests.too-much-text",
                () -> change(id, 1, DraftStep.CONTACT, House.PERSON, "a@example.org", "x".repeat(6000), null));
    }

    @Test
    void whateverCharactersWereTypedAreKept() {
        UUID id = begin();
        String odd = "\u0000\u0007😀 \ud800 \"'; drop table requests_draft; --".repeat(20);
        Draft draft = change(id, 1, DraftStep.CONTACT, House.PERSON, odd, odd, null);
        assertEquals(odd.length(), draft.comment().length());
    }

    @Test
    void onlyItsFilerKnowsOfADraft() {
        UUID id = begin();
        for (Caller other : List.of(
                House.as(house.colleague),
                House.as(house.stranger),
                Caller.staff(house.consultant.id(), TestStaff.CLINIC, java.util.Set.of(Caller.DOCTOR), "К"))) {
            assertCode("requests.draft-not-found", () -> house.drafts.get(other, id));
            assertCode("requests.draft-not-found", () -> house.drafts.consultants(other, id));
            assertCode(
                    "requests.draft-not-found",
                    () -> house.drafts.change(
                            other, id, new DraftChange(1, DraftStep.PERSON, null, null, "x", null, null)));
            assertCode("requests.draft-not-found", () -> house.drafts.drop(other, id));
            assertEquals(List.of(), house.drafts.all(other));
        }
        assertEquals(1, house.drafts.get(filer, id).version());
    }

    @Test
    void withoutTheRoleNothingGoes() {
        UUID id = begin();
        List<Caller> others = List.of(
                Caller.staff(house.filer.id(), TestStaff.CLINIC, java.util.Set.of(Caller.OPERATOR), "О"),
                Caller.patient(Uuid7.next(), id));
        List<Consumer<Caller>> uses = List.of(
                caller -> house.drafts.begin(caller, new NewDraft(Uuid7.next(), "general.patient", "97")),
                caller -> house.drafts.all(caller),
                caller -> house.drafts.get(caller, id),
                caller -> house.drafts.change(
                        caller, id, new DraftChange(1, DraftStep.PERSON, null, null, null, null, null)),
                caller -> house.drafts.drop(caller, id),
                caller -> house.drafts.consultants(caller, id));
        for (Caller other : others) {
            for (Consumer<Caller> use : uses) {
                assertCode("requests.doctors-only", () -> use.accept(other));
            }
        }
        assertEquals(1, house.rows("requests_draft"));
    }

    @Test
    void aDroppedDraftIsGone() {
        UUID id = begin();
        house.drafts.drop(filer, id);
        house.drafts.drop(filer, id);
        assertCode("requests.draft-not-found", () -> house.drafts.get(filer, id));
    }

    @Test
    void aDraftThatNobodyTouchesIsDeletedAfterSomeTime() {
        begin();
        house.clock.advance(Duration.ofDays(59));
        assertEquals(1, house.drafts.all(filer).size());
        house.clock.advance(Duration.ofDays(2));
        assertEquals(0, house.drafts.all(filer).size());
    }

    @Test
    void aDraftKeepsTheRouteWithWhichItBegan() {
        UUID id = begin();
        RouteDescription newer = TestRoutes.route(
                TestRoutes.PATIENT.id(),
                "1.1.0",
                "Новая консультация",
                RouteDescription.Audience.PATIENT,
                RouteDescription.Consultants.OWN_ORGANISATION);
        TestRoutes.offer(house.catalogue, newer);
        assertEquals("1.0.0", house.drafts.get(filer, id).route().version());
        assertEquals("1.1.0", house.drafts.get(filer, begin()).route().version());
        TestRoutes.offer(house.catalogue);
        assertEquals("1.0.0", house.drafts.get(filer, id).route().version());
        DescribedRoutes afterRestart = new DescribedRoutes(house.routeRows, house.settings);
        assertEquals(
                TestRoutes.PATIENT, afterRestart.get(house.draftRows.find(id).orElseThrow().routeKey));
    }

    @Test
    @Proves({"S005", "S006", "S068"})
    void consultantsAreOneselfAndColleaguesOfTheProfile() {
        UUID id = begin();
        List<Consultant> offered = house.drafts.consultants(filer, id);
        assertEquals(
                List.of(house.filer.id(), house.consultant.id(), house.colleague.id()),
                offered.stream().map(Consultant::id).toList());
        assertTrue(offered.get(0).self());
        assertEquals("Королёва П. И.", offered.get(1).shortName());
        assertEquals(House.START, offered.get(1).nextFree());
        house.neighbours.visits = null;
        assertNull(house.drafts.consultants(filer, id).get(1).nextFree());
        house.neighbours.staff = null;
        assertCode("platform.domain-away", () -> house.drafts.consultants(filer, id));
    }

    @Test
    void aRouteMayOfferTheWholeRegion() {
        UUID id = Uuid7.next();
        house.drafts.begin(filer, new NewDraft(id, TestRoutes.REGIONAL.id(), "97"));
        assertTrue(house.drafts.consultants(filer, id).stream().anyMatch(c -> c.id().equals(house.stranger.id())));
    }

    @Test
    void withoutTheRegistryADraftCanBeReadAndAnotherPersonCannotBeChosen() {
        UUID id = begin();
        change(id, 1, DraftStep.CONTACT, House.PERSON, null, null, null);
        house.neighbours.registry = null;
        house.neighbours.staff = null;
        change(id, 2, DraftStep.CONTACT, House.PERSON, "a@example.org", null, house.consultant);
        assertCode("platform.domain-away", () -> change(id, 3, DraftStep.CONTACT, "p2", null, null, null));
        assertEquals("a@example.org", house.drafts.get(filer, id).email());
    }

    private UUID begin() {
        UUID id = Uuid7.next();
        house.drafts.begin(filer, new NewDraft(id, TestRoutes.PATIENT.id(), "97"));
        return id;
    }

    private Draft change(
            UUID id, long version, String step, String personId, String email, String comment, StaffMember consultant) {
        return house.drafts.change(
                filer,
                id,
                new DraftChange(
                        version, step, personId, null, email, comment, consultant == null ? null : consultant.id()));
    }

    static void assertCode(String code, org.junit.jupiter.api.function.Executable work) {
        assertEquals(code, assertThrows(ConsiliumException.class, work).code());
    }
}
