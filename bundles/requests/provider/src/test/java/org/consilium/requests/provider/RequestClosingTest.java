package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestAwaitsSignature;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestReopened;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RequestClosingTest {
    private final House house;
    private final UUID id;
    private final Caller consultant;
    private final Caller filer;

    RequestClosingTest(Engine engine) {
        house = new House(engine);
        id = house.request(house.filer, house.consultant, "Иванова").id();
        consultant = House.as(house.consultant);
        filer = House.as(house.filer);
        house.events.appended.clear();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S163", "S172"})
    void aConclusionThatWaitsForItsSignatureClosesTheRequestForWritingOnly() {
        house.closing.awaitSignature(consultant, id);
        house.closing.awaitSignature(consultant, id);
        assertEquals(List.of(new RequestAwaitsSignature(id)), house.events.appended);
        RequestCard card = house.service.card(filer, id);
        assertEquals(RequestState.AWAITING_SIGNATURE, card.state());
        assertNull(card.closedAt());
        assertCode("requests.closed", () -> house.service.writable(filer, id));
        assertCode(
                "requests.awaiting-signature",
                () -> house.closings.cancel(filer, id, new Cancellation("Передумали", 2)));
        assertEquals(
                List.of(id),
                house.lists.page(consultant, House.list(Box.INCOMING, false)).items().stream()
                        .map(RequestRow::id)
                        .toList());
        house.closing.execute(consultant, id, Outcome.SIGNED_CONCLUSION, null);
        assertEquals(new RequestExecuted(id, Outcome.SIGNED_CONCLUSION, null), house.events.appended.get(1));
        assertEquals(Outcome.SIGNED_CONCLUSION, house.window.get(consultant, id).outcome());
        assertCode("requests.closed", () -> house.closing.toFinish(consultant, id));
    }

    @Test
    void aSignatureThatDidNotComeAboutGivesTheRequestBack() {
        house.closing.awaitSignature(consultant, id);
        house.closing.resume(consultant, id);
        house.closing.resume(consultant, id);
        assertEquals(List.of(new RequestAwaitsSignature(id), new RequestReopened(id)), house.events.appended);
        assertEquals(id, house.service.writable(filer, id).id());
        assertEquals(
                List.of("requests.submitted", "requests.awaits-signature", "requests.resumed"), house.audit.actions());
    }

    @Test
    @Proves({"S169"})
    void onlyTheConsultantFinishes() {
        assertCode("requests.not-consultant", () -> house.closing.toFinish(filer, id));
        assertCode("requests.not-consultant", () -> house.closing.awaitSignature(filer, id));
        assertCode("requests.not-consultant", () -> house.closing.execute(filer, id, Outcome.SIGNED_CONCLUSION, null));
        assertCode("requests.not-found", () -> house.closing.toFinish(House.as(house.colleague), id));
        assertCode("requests.not-found", () -> house.closing.toFinish(Caller.patient(UUID.randomUUID(), id), id));
        assertCode(
                "requests.incomplete",
                () -> house.closing.execute(consultant, id, Outcome.WITHOUT_CONCLUSION, "because"));
        assertEquals(RequestState.IN_WORK, house.window.get(filer, id).state());
        assertEquals(0, house.events.appended.size());
    }

    @Test
    void theConsultantNotesHowThePatientWasIdentified() {
        NewIdentification shown = new NewIdentification(Identification.Method.DOCUMENT);
        assertNull(house.service.card(filer, id).identification());
        Request identified = house.window.identify(consultant, id, shown);
        assertEquals(
                new Identification(Identification.Method.DOCUMENT, house.settings.now(), house.consultant.id()),
                identified.identification());
        assertEquals(identified, house.window.identify(consultant, id, shown));
        assertEquals(identified.identification(), house.service.card(filer, id).identification());
        assertEquals(List.of("requests.submitted", "requests.identified"), house.audit.actions());
        assertCode("requests.not-consultant", () -> house.window.identify(filer, id, shown));
        assertCode("requests.incomplete", () -> house.window.identify(consultant, id, null));
        assertCode("requests.incomplete", () -> house.window.identify(consultant, id, new NewIdentification(null)));
        assertCode("requests.not-found", () -> house.window.identify(House.as(house.colleague), id, shown));
        house.closing.execute(consultant, id, Outcome.UPLOADED_CONCLUSION, null);
        assertCode(
                "requests.closed",
                () -> house.window.identify(consultant, id, new NewIdentification(Identification.Method.PERSONALLY)));
    }

    @Test
    @Proves({"S172"})
    void reopeningIsARightOfItsOwnAndLeavesATrace() {
        house.closing.execute(consultant, id, Outcome.WITHOUT_CONCLUSION, "no-contact");
        house.events.appended.clear();
        Caller reopener =
                Caller.staff(consultant.id(), consultant.organisationId(), Set.of(Caller.DOCTOR, Caller.REOPENER), "К");
        Caller stranger = Caller.staff(house.colleague.id(), consultant.organisationId(), Set.of(Caller.REOPENER), "Ч");
        assertCode("requests.not-reopener", () -> house.closings.reopen(consultant, id, new Reopening("Дополнить", 2)));
        assertCode("requests.not-found", () -> house.closings.reopen(stranger, id, new Reopening("Дополнить", 2)));
        assertCode("requests.incomplete", () -> house.closings.reopen(reopener, id, new Reopening(" ", 2)));
        assertCode("requests.changed-meanwhile", () -> house.closings.reopen(reopener, id, new Reopening("Да", 1)));
        assertEquals(true, house.window.get(reopener, id).rights().reopen());
        Request again = house.closings.reopen(reopener, id, new Reopening("Дополнить заключение", 2));
        assertEquals(RequestState.IN_WORK, again.state());
        assertNull(again.closedAt());
        assertNull(again.outcome());
        assertEquals(List.of(new RequestReopened(id)), house.events.appended);
        assertEquals(id, house.service.writable(filer, id).id());
        List<HistoryEntry> history = house.window.history(filer, id);
        assertEquals(
                List.of("requests.submitted", "requests.executed", "requests.reopened"),
                history.stream().map(HistoryEntry::action).toList());
        assertEquals("Дополнить заключение", history.get(2).text());
        assertCode("requests.illegal-step", () -> house.closings.reopen(reopener, id, new Reopening("Ещё", 3)));
        house.closings.cancel(filer, id, new Cancellation("Передумали", 3));
        assertCode("requests.cancelled", () -> house.closings.reopen(reopener, id, new Reopening("Ещё", 4)));
    }
}
