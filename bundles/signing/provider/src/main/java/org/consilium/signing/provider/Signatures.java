package org.consilium.signing.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.events.Events;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.consilium.signing.api.ConclusionSigned;
import org.consilium.signing.api.Refusal;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.api.SignatureVerifier;
import org.consilium.signing.provider.check.Encoding;
import org.consilium.signing.provider.check.TimeStamping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signatures. A good one is kept together with its archive, in one transaction; one that cannot be checked just now is kept and checked again; every
 * other one is refused with its reason and leaves an audit row.
 */
@Component(service = Signatures.class)
public class Signatures {
    static final String VERIFIER_AWAY = "signing.verifier-away";

    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);
    private static final Caller SIGNING = Caller.system("signing");
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int AT_ONCE = 20;
    private static final String ZIP = "application/zip";

    private final SigningRepository repository;
    private final SigningAccess access;
    private final Neighbours neighbours;
    private final SigningSettings settings;
    private final DocumentViews views;
    private final SigningHints hints;
    private final AuditLog audit;
    private final Events events;
    private final Clock clock;

    @Activate
    public Signatures(
            @Reference SigningRepository repository,
            @Reference SigningAccess access,
            @Reference Neighbours neighbours,
            @Reference SigningSettings settings,
            @Reference DocumentViews views,
            @Reference SigningHints hints,
            @Reference AuditLog audit,
            @Reference Events events) {
        this(repository, access, neighbours, settings, views, hints, audit, events, Clock.systemUTC());
    }

    Signatures(
            SigningRepository repository,
            SigningAccess access,
            Neighbours neighbours,
            SigningSettings settings,
            DocumentViews views,
            SigningHints hints,
            AuditLog audit,
            Events events,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.neighbours = neighbours;
        this.settings = settings;
        this.views = views;
        this.hints = hints;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ConsiliumException 422 with the reason of a refused signature, 409 {@code signing.not-current}, {@code signing.snils-missing} */
    ConclusionDocument sign(Caller caller, UUID requestId, NewSignature given) {
        RequestCard card = access.asConsultant(caller, requestId);
        if (given == null || given.id() == null || given.documentId() == null || given.cms() == null) {
            throw ConsiliumException.invalid(
                    Refusal.SIGNATURE_MALFORMED.code(), List.of(new FieldProblem("cms", "required")));
        }
        DocumentEntity document = unsigned(caller, requestId, given);
        if (!document.isUnsigned()) {
            return views.view(document);
        }
        String snils = neighbours.snilsOf(caller.id());
        byte[] pdf = content(caller, document);
        Judged judged = judge(pdf, given.cms().getBytes(StandardCharsets.US_ASCII), snils);
        if (judged.code() != null && !judged.passing()) {
            refuse(caller, document, judged.code());
        }
        SignatureEntity signature = newSignature(given.id(), document, judged);
        return repository.inTransaction(() -> {
            DocumentEntity locked = repository.lock(document.uuid()).orElseThrow(Signatures::notCurrent);
            if (!locked.isUnsigned()) {
                return views.view(locked);
            }
            repository.replaceSignature(signature);
            if (judged.code() == null) {
                accept(caller, card, locked, pdf, judged);
            } else {
                locked.state = DocumentState.CHECKING;
                audit.append(caller, "signing.check-postponed", requestId, details(locked, judged.code()));
            }
            repository.flush();
            hints.changed(card);
            return views.view(locked);
        });
    }

    /** Checks what is kept once more, for whoever may read it. */
    Verification verify(Caller caller, UUID documentId) {
        DocumentEntity document = readable(caller, documentId);
        SignatureEntity signature = repository.signatureOf(document).orElseThrow(SigningAccess::notFound);
        Instant now = now();
        SignatureCheck check = neighbours
                .verifier()
                .map(verifier -> verifier.verify(content(caller, document), signature.cmsBytes(), now))
                .orElse(null);
        audit.append(caller, "signing.verified", document.request(), details(document, codeOf(check)));
        String code = check == null ? VERIFIER_AWAY : codeOf(check);
        return new Verification(code.isEmpty(), code.isEmpty() ? null : code, now, signature.toSignature(), true);
    }

    /** Checks again what could not be checked; called by a timer. */
    void retry() {
        for (SignatureEntity waiting : repository.toCheck(now(), AT_ONCE)) {
            try {
                retry(waiting);
            } catch (RuntimeException e) {
                LOG.warn(
                        "signature {} could not be checked again: {}",
                        waiting.id,
                        e.getClass().getSimpleName());
            }
        }
    }

    private void retry(SignatureEntity waiting) {
        DocumentEntity document =
                repository.document(UUID.fromString(waiting.documentId)).orElseThrow();
        byte[] pdf = content(SIGNING, document);
        Judged judged = judge(pdf, waiting.cmsBytes(), neighbours.snilsOf(document.author()));
        RequestCard card = neighbours.requests().card(SIGNING, document.request());
        repository.inTransaction(() -> {
            DocumentEntity locked = repository.lock(document.uuid()).orElseThrow();
            SignatureEntity signature = repository.lockSignature(waiting.id).orElseThrow();
            if (signature.state != SignatureState.CHECKING) {
                return null;
            }
            describe(signature, judged);
            if (judged.code() == null) {
                accept(SIGNING, card, locked, pdf, judged);
            } else if (!judged.passing()) {
                locked.state = locked.dueAt == null ? DocumentState.MADE : DocumentState.AWAITING;
                audit.append(SIGNING, "signing.refused", document.request(), details(locked, judged.code()));
            }
            repository.flush();
            hints.changed(card);
            return null;
        });
    }

    /**
     * What a check came to.
     *
     * @param code {@code null} for a good signature
     * @param passing whether it is to be checked again
     * @param cms in DER, with its time-stamp where one was to be had
     */
    private record Judged(String code, boolean passing, SignatureCheck check, byte[] cms, String stampProblem) {}

    private Judged judge(byte[] pdf, byte[] given, String snils) {
        byte[] cms;
        try {
            cms = Encoding.der(given);
        } catch (IllegalArgumentException e) {
            return new Judged(Refusal.SIGNATURE_MALFORMED.code(), false, null, given, null);
        }
        Optional<SignatureVerifier> verifier = neighbours.verifier();
        if (verifier.isEmpty()) {
            return new Judged(VERIFIER_AWAY, true, null, cms, null);
        }
        SignatureCheck check = verifier.get().verify(pdf, cms, now());
        String person = otherPerson(check, snils);
        if (person != null) {
            return new Judged(person, false, check, cms, null);
        }
        if (!check.isValid()) {
            return new Judged(check.refusal().code(), check.refusal().isPassing(), check, cms, null);
        }
        return stamped(verifier.get(), pdf, cms, check);
    }

    /** The server adds the time-stamp after the signature came (CAdES-T); without the service the signature stays what it is. */
    private Judged stamped(SignatureVerifier verifier, byte[] pdf, byte[] cms, SignatureCheck check) {
        if (settings.timeStampService().isEmpty()) {
            return new Judged(null, false, check, cms, null);
        }
        try {
            byte[] stamped = TimeStamping.stamp(
                    cms, new TimeStampClient(settings.timeStampService().get()));
            SignatureCheck again = verifier.verify(pdf, stamped, now());
            return again.isValid()
                    ? new Judged(null, false, again, stamped, null)
                    : new Judged(null, false, check, cms, "служба дала непригодную метку");
        } catch (IOException e) {
            LOG.warn("no time-stamp: {}", e.getClass().getSimpleName());
            return new Judged(null, false, check, cms, "служба меток времени недоступна");
        }
    }

    /** The signature must be the doctor's own: one of the signers has his СНИЛС. Known before the chain is, so that a stranger is not kept waiting. */
    private static String otherPerson(SignatureCheck check, String snils) {
        if (check.signers().isEmpty()
                || check.signers().stream()
                        .anyMatch(signer -> snils.equals(signer.certificate().snils()))) {
            return null;
        }
        if (!check.isValid() && !check.refusal().isPassing()) {
            return null;
        }
        return check.signers().stream().allMatch(signer -> signer.certificate().snils() == null)
                ? "signing.certificate-without-snils"
                : "signing.other-person";
    }

    private void accept(Caller caller, RequestCard card, DocumentEntity document, byte[] pdf, Judged judged) {
        byte[] zip = new SignatureArchive(settings.zone())
                .zip(document, pdf, judged.cms(), judged.check(), now(), judged.stampProblem());
        Document archive = neighbours
                .documents()
                .store(
                        caller,
                        new NewStoredFile(
                                Uuid7.next(),
                                document.request(),
                                document.author(),
                                document.name.replaceAll("\\.pdf$", "") + ", архив.zip",
                                ZIP,
                                ConclusionMaker.FOLDER,
                                zip,
                                true));
        document.archiveId = archive.id().toString();
        document.archiveName = archive.name();
        document.archiveSize = archive.size();
        document.archiveSha256 = Sha256.hex(zip);
        document.state = DocumentState.SIGNED;
        // a correction ends nothing: the request is executed already
        document.executed = card.state() == RequestState.EXECUTED;
        if (document.replacesId != null) {
            replace(document);
        }
        audit.append(caller, "signing.signed", document.request(), details(document, document.sha256));
        events.append(new ConclusionSigned(document.request(), document.uuid(), document.number));
    }

    private void replace(DocumentEntity document) {
        if (!document.addendum) {
            repository.lock(UUID.fromString(document.replacesId)).ifPresent(former -> former.current = false);
        }
        repository.draft(document.request()).ifPresent(Drafts::clearCorrection);
    }

    private SignatureEntity newSignature(UUID id, DocumentEntity document, Judged judged) {
        SignatureEntity signature = new SignatureEntity();
        signature.id = id.toString();
        signature.documentId = document.id;
        signature.receivedAt = now();
        describe(signature, judged);
        return signature;
    }

    private void describe(SignatureEntity signature, Judged judged) {
        signature.cms = Base64.getEncoder().encodeToString(judged.cms());
        signature.code = judged.code();
        signature.checkedAt = now();
        if (judged.check() != null && !judged.check().signers().isEmpty()) {
            signature.describe(judged.check().signers().get(0));
        }
        if (judged.code() == null) {
            signature.state = SignatureState.VERIFIED;
            signature.retryAt = null;
        } else if (judged.passing()) {
            signature.state = SignatureState.CHECKING;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(signature.attempts, 5));
            signature.retryAt = now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            signature.attempts++;
        } else {
            signature.state = SignatureState.REFUSED;
            signature.retryAt = null;
        }
    }

    private DocumentEntity unsigned(Caller caller, UUID requestId, NewSignature given) {
        repository.signature(given.id()).ifPresent(same -> {
            if (!same.documentId.equals(given.documentId().toString())) {
                throw ConsiliumException.conflict("signing.id-taken", "another signature has this id");
            }
        });
        DocumentEntity document = repository
                .document(given.documentId())
                .filter(found -> found.request().equals(requestId))
                .filter(found -> found.author().equals(caller.id()))
                .orElseThrow(SigningAccess::notFound);
        if (document.kind != DocumentKind.CONCLUSION || !document.current) {
            throw notCurrent();
        }
        return document;
    }

    private DocumentEntity readable(Caller caller, UUID documentId) {
        DocumentEntity document = repository.document(documentId).orElseThrow(SigningAccess::notFound);
        access.toRead(caller, document.request());
        if (!SigningAccess.mayRead(caller, document)) {
            throw SigningAccess.notFound();
        }
        return document;
    }

    private byte[] content(Caller caller, DocumentEntity document) {
        try (InputStream in = neighbours.documents().read(caller, document.file())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(Caller caller, DocumentEntity document, String code) {
        repository.inTransaction(() -> {
            audit.append(caller, "signing.refused", document.request(), details(document, code));
            return null;
        });
        throw new ConsiliumException(ConsiliumException.Status.INVALID, code, "the signature is refused");
    }

    private static Map<String, String> details(DocumentEntity document, String result) {
        return Map.of("document", document.id, "result", result);
    }

    /** Empty for a good signature. */
    private static String codeOf(SignatureCheck check) {
        if (check == null) {
            return VERIFIER_AWAY;
        }
        return check.isValid() ? "" : check.refusal().code();
    }

    private static ConsiliumException notCurrent() {
        return ConsiliumException.conflict("signing.not-current", "another document took its place");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
