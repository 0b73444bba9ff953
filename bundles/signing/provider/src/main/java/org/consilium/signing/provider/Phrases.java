package org.consilium.signing.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of the profiles, which are part of the product, and the own phrases of each doctor. */
@Component(service = Phrases.class)
public class Phrases {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_KEY = 60;

    private final PhraseRepository repository;
    private final List<Phrase> templates = templates();

    @Activate
    public Phrases(@Reference PhraseRepository repository) {
        this.repository = repository;
    }

    /** @param profile {@code null} for those of every profile only, as {@code field} for every field */
    List<Phrase> find(Caller caller, String profile, String field) {
        SigningAccess.requireDoctor(caller);
        Stream<Phrase> own = repository.of(caller.id()).stream().map(Phrases::phrase);
        return Stream.concat(own, templates.stream())
                .filter(phrase -> phrase.profile() == null || phrase.profile().equals(profile))
                .filter(phrase ->
                        field == null || field.isBlank() || phrase.field().equals(field))
                .toList();
    }

    /** The same id again changes nothing. */
    Phrase add(Caller caller, PhraseText phrase) {
        SigningAccess.requireDoctor(caller);
        check(phrase);
        if (phrase.id() == null) {
            throw incomplete("id", "required");
        }
        return repository.inTransaction(() -> {
            PhraseEntity known = repository.find(phrase.id()).orElse(null);
            if (known != null) {
                if (!known.ownerId.equals(caller.id().toString())) {
                    throw ConsiliumException.conflict("signing.id-taken", "another phrase has this id");
                }
                return phrase(known);
            }
            PhraseEntity entity = new PhraseEntity();
            entity.id = phrase.id().toString();
            entity.ownerId = caller.id().toString();
            fill(entity, phrase);
            repository.save(entity);
            return phrase(entity);
        });
    }

    Phrase change(Caller caller, UUID id, PhraseText phrase) {
        SigningAccess.requireDoctor(caller);
        check(phrase);
        return repository.inTransaction(() -> {
            PhraseEntity entity = own(caller, id);
            if (phrase.version() == null || entity.version != phrase.version()) {
                throw ConsiliumException.changedMeanwhile("signing");
            }
            fill(entity, phrase);
            repository.save(entity);
            return phrase(entity);
        });
    }

    void remove(Caller caller, UUID id) {
        SigningAccess.requireDoctor(caller);
        repository.inTransaction(() -> {
            repository.remove(own(caller, id));
            return null;
        });
    }

    private PhraseEntity own(Caller caller, UUID id) {
        return repository
                .find(id)
                .filter(phrase -> phrase.ownerId.equals(caller.id().toString()))
                .orElseThrow(SigningAccess::notFound);
    }

    private static void fill(PhraseEntity entity, PhraseText phrase) {
        entity.profile = phrase.profile() == null || phrase.profile().isBlank() ? null : CleanText.of(phrase.profile());
        entity.field = CleanText.of(phrase.field());
        entity.title = CleanText.of(phrase.title()).strip();
        entity.text = CleanText.of(phrase.text()).strip();
    }

    private static void check(PhraseText phrase) {
        if (phrase == null) {
            throw incomplete("title", "required");
        }
        check("title", phrase.title(), LONGEST_TITLE);
        check("text", phrase.text(), LONGEST_TEXT);
        check("field", phrase.field(), LONGEST_KEY);
        if (phrase.profile() != null && phrase.profile().length() > LONGEST_KEY) {
            throw incomplete("profile", "too-long");
        }
    }

    private static void check(String field, String text, int max) {
        if (text == null || CleanText.of(text).isBlank()) {
            throw incomplete(field, "required");
        }
        if (text.length() > max) {
            throw incomplete(field, "too-long");
        }
    }

    private static Phrase phrase(PhraseEntity entity) {
        return new Phrase(
                UUID.fromString(entity.id),
                true,
                entity.profile,
                entity.field,
                entity.title,
                entity.text,
                entity.version);
    }

    private static List<Phrase> templates() {
        List<Phrase> found = new ArrayList<>();
        try (InputStream in = Phrases.class.getResourceAsStream("/phrases/templates.json")) {
            for (JsonNode one : Json.MAPPER.readTree(in)) {
                String title = one.get("title").asText();
                String profile = one.hasNonNull("profile") ? one.get("profile").asText() : null;
                found.add(new Phrase(
                        UUID.nameUUIDFromBytes((profile + title).getBytes(StandardCharsets.UTF_8)),
                        false,
                        profile,
                        one.get("field").asText(),
                        title,
                        one.get("text").asText(),
                        0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }

    private static ConsiliumException incomplete(String field, String problem) {
        return ConsiliumException.invalid("signing.phrase-incomplete", List.of(new FieldProblem(field, problem)));
    }
}
