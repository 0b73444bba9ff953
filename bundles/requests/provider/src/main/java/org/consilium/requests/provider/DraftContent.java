package org.consilium.requests.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/**
 * The part of a draft that is typed or chosen, kept as JSON.
 *
 * @param person as the registry knew him when he was chosen; {@code null} while {@code personId} is missing or unknown
 */
record DraftContent(
        String personId,
        PersonSnapshot person,
        Represented represented,
        String email,
        String phone,
        String comment,
        UUID consultantId,
        String urgency,
        Map<String, Map<String, Object>> forms,
        List<ChosenDocument> documents) {
    static final DraftContent EMPTY = new DraftContent(null, null, null, null, null, null, null, null, null, null);

    private static final int MOST_TYPED = 5000;
    private static final int MOST_ANSWERED = 100_000;

    DraftContent {
        forms = forms == null ? Map.of() : forms;
        documents = documents == null ? List.of() : documents;
    }

    /** The same with the person as he is known now. */
    DraftContent with(PersonSnapshot known) {
        return new DraftContent(
                personId, known, represented, email, phone, comment, consultantId, urgency, forms, documents);
    }

    /** The same with another consultant. */
    DraftContent with(UUID consultant) {
        return new DraftContent(
                personId, person, represented, email, phone, comment, consultant, urgency, forms, documents);
    }

    /** @throws ConsiliumException 422 for more files than a draft takes, or one that is none */
    private static List<ChosenDocument> documents(DraftChange change) {
        List<ChosenDocument> documents = change.documents() == null ? List.of() : change.documents();
        if (documents.size() > DraftDocuments.MOST) {
            throw Checked.incomplete("documents", Problems.RANGE);
        }
        documents.forEach(
                document -> Checked.sent(Checked.sent(document, "documents").id(), "documents"));
        return documents;
    }

    /** What a request keeps of the answers: only what is asked, in the order in which it is; {@code null} for nothing. */
    String stored(DraftSteps steps) {
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        steps.forms().forEach(step -> answers.put(step.id(), answers(step.id())));
        return answers.isEmpty() ? null : StoredJson.write(answers);
    }

    Map<String, Object> answers(String form) {
        return forms.getOrDefault(form, Map.of());
    }

    /** @throws ConsiliumException 422 when a text is longer than anything that could be meant */
    static DraftContent of(DraftChange change, PersonSnapshot person) {
        Represented r = change.represented();
        Stream<String> texts = r == null
                ? Stream.of(change.personId(), change.email(), change.phone(), change.comment())
                : Stream.of(
                        change.personId(),
                        change.email(),
                        change.phone(),
                        change.comment(),
                        r.surname(),
                        r.name(),
                        r.patronymic(),
                        r.birthDate(),
                        r.sex(),
                        r.snils(),
                        r.policy(),
                        r.relation());
        boolean tooMuch =
                texts.filter(Objects::nonNull).mapToInt(String::length).sum() > MOST_TYPED
                        || change.forms() != null
                                && StoredJson.write(change.forms()).length() > MOST_ANSWERED;
        if (tooMuch) {
            throw ConsiliumException.invalid(
                    "requests.too-much-text", List.of(new FieldProblem("", Problems.TOO_LONG)));
        }
        return new DraftContent(
                change.personId(),
                person,
                r,
                change.email(),
                change.phone(),
                change.comment(),
                change.consultantId(),
                change.urgency(),
                change.forms(),
                documents(change));
    }
}
