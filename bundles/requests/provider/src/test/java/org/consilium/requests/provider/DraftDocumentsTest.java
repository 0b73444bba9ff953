package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.documents.api.Document;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DraftDocumentsTest {
    private final House house;
    private final Document scan;
    private final Document own;

    DraftDocumentsTest(Engine engine) {
        house = new House(engine);
        scan = house.documents.add(house.filer.id(), "снимок.pdf");
        own = house.documents.add(house.filer.id(), "выписка.pdf");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theFilesOfADraftBecomeThoseOfItsRequest() {
        UUID id = draft();
        Draft draft = house.drafts.get(House.as(house.filer), id);
        assertEquals(List.of("PERSON", "DOCUMENTS", "CONTACT", "CONSULTANT", "SLOT"), draft.steps());
        assertEquals(
                List.of(
                        new DraftDocument(scan.id(), "снимок.pdf", "application/pdf", 1234L, true),
                        new DraftDocument(own.id(), "выписка.pdf", "application/pdf", 1234L, false)),
                draft.documents());
        house.submit(house.filer, id, house.consultant, House.START);
        assertEquals(id, house.documents.files.get(scan.id()).requestId());
        assertEquals(id, house.documents.files.get(own.id()).requestId());
    }

    @Test
    void withTheDraftGoesWhatWasUploadedForIt() {
        UUID id = draft();
        house.drafts.drop(House.as(house.filer), id);
        assertEquals(Set.of(own.id()), house.documents.files.keySet());
    }

    @Test
    void withAnOldDraftToo() {
        draft();
        house.clock.advance(Duration.ofDays(400));
        assertEquals(List.of(), house.drafts.all(House.as(house.filer)));
        assertEquals(Set.of(own.id()), house.documents.files.keySet());
    }

    @Test
    void whatIsTakenOutOfTheDraftIsReleasedToo() {
        UUID id = draft();
        change(id);
        assertEquals(Set.of(own.id()), house.documents.files.keySet());
        assertEquals(List.of(), house.drafts.get(House.as(house.filer), id).documents());
    }

    @Test
    void aFileThatIsGoneOrSomebodyElsesIsNamed() {
        Document foreign = house.documents.add(house.stranger.id(), "чужой.pdf");
        UUID id = draft(new ChosenDocument(foreign.id(), false), new ChosenDocument(scan.id(), true));
        house.documents.files.remove(scan.id());
        List<FieldProblem> unknown =
                List.of(new FieldProblem("documents/0", "unknown"), new FieldProblem("documents/1", "unknown"));
        assertEquals(unknown, house.drafts.get(House.as(house.filer), id).problems());
        ConsiliumException refused = assertThrows(
                ConsiliumException.class, () -> house.submit(house.filer, id, house.consultant, House.START));
        assertEquals(unknown, refused.members().get("problems"));
    }

    @Test
    void withoutDocumentsTheDraftStays() {
        UUID id = draft();
        house.neighbours.documents = null;
        assertEquals(List.of(), house.drafts.get(House.as(house.filer), id).problems());
        assertCode("platform.domain-away", () -> house.drafts.drop(House.as(house.filer), id));
        assertCode("platform.domain-away", () -> house.submit(house.filer, id, house.consultant, House.START));
        house.clock.advance(Duration.ofDays(400));
        assertEquals(1, house.drafts.all(House.as(house.filer)).size());
    }

    @Test
    void moreThanADraftTakesIsRefused() {
        ChosenDocument[] many = IntStream.range(0, 21)
                .mapToObj(i -> new ChosenDocument(UUID.randomUUID(), false))
                .toArray(ChosenDocument[]::new);
        assertCode("requests.incomplete", () -> draft(many));
    }

    private UUID draft() {
        return draft(new ChosenDocument(scan.id(), true), new ChosenDocument(own.id(), false));
    }

    private UUID draft(ChosenDocument... files) {
        return house.askingDraft(house.filer, House.PERSON, files);
    }

    private void change(UUID id, ChosenDocument... files) {
        house.drafts.change(
                House.as(house.filer),
                id,
                new DraftChange(
                        2,
                        DraftStep.SLOT,
                        House.PERSON,
                        null,
                        "anna@example.org",
                        null,
                        null,
                        house.consultant.id(),
                        null,
                        null,
                        List.of(files)));
    }
}
