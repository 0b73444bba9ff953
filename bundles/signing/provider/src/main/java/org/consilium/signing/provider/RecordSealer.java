package org.consilium.signing.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.audit.AuditEntry;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.RequestCard;
import org.consilium.signing.api.RecordEntry;
import org.consilium.signing.api.RecordPart;
import org.consilium.signing.api.SealedRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Seals what happened in a consultation when it is executed: the request itself, each act of the audit trail (consent, identification, entries and exits,
 * signature or reason) and what the domains add (messages, files). Once for each request.
 */
@Component(service = RecordSealer.class)
public class RecordSealer {
    private static final Caller SEALER = Caller.system("signing");

    private final SigningRepository repository;
    private final SigningAccess access;
    private final Neighbours neighbours;
    private final AuditLog audit;
    private final List<RecordPart> parts = new CopyOnWriteArrayList<>();

    @Activate
    public RecordSealer(
            @Reference SigningRepository repository,
            @Reference SigningAccess access,
            @Reference Neighbours neighbours,
            @Reference AuditLog audit) {
        this.repository = repository;
        this.access = access;
        this.neighbours = neighbours;
        this.audit = audit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(RecordPart part) {
        parts.add(part);
    }

    void removePart(RecordPart part) {
        parts.remove(part);
    }

    /** Nothing happens when it is sealed already. */
    void seal(UUID requestId) {
        repository.inTransaction(() -> {
            if (repository.record(requestId).isEmpty()) {
                RequestCard card = neighbours.requests().card(SEALER, requestId);
                SealedRecord.Sealed sealed = SealedRecord.seal(requestId, lines(card));
                RecordEntity entity = new RecordEntity();
                entity.requestId = requestId.toString();
                entity.sealedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                entity.seal = sealed.seal();
                entity.text = sealed.text();
                repository.add(entity);
                audit.append(SEALER, "signing.record-sealed", requestId, Map.of("seal", sealed.seal()));
            }
            return null;
        });
    }

    /** @throws ConsiliumException 404 {@code signing.record-not-yet} */
    String record(Caller caller, UUID requestId) {
        RequestCard card = access.toRead(caller, requestId);
        RecordEntity record =
                repository.record(card.id()).orElseThrow(() -> ConsiliumException.notFound("signing.record-not-yet"));
        audit.append(caller, "signing.record-read", requestId, Map.of("seal", record.seal));
        return record.text;
    }

    private List<SealedRecord.Line> lines(RequestCard card) {
        List<SealedRecord.Line> lines = new ArrayList<>();
        lines.add(head(card));
        List<SealedRecord.Line> happened = new ArrayList<>();
        for (AuditEntry entry : audit.about(card.id())) {
            happened.add(audited(entry));
        }
        for (RecordPart part : parts) {
            for (RecordEntry entry : part.entries(card.id())) {
                happened.add(new SealedRecord.Line(part.section(), entry.at(), entry.what(), entry.details()));
            }
        }
        documents(card.id()).forEach(happened::add);
        happened.sort(Comparator.comparing(SealedRecord.Line::at));
        lines.addAll(happened);
        return lines;
    }

    private static SealedRecord.Line head(RequestCard card) {
        Map<String, String> details = new TreeMap<>();
        details.put("number", card.number());
        details.put("patient", String.valueOf(card.patientName()));
        details.put("patientBirthDate", String.valueOf(card.patientBirthDate()));
        details.put("representative", String.valueOf(card.representativeName()));
        details.put("route", card.routeTitle());
        details.put("profile", card.profileTitle());
        details.put("filer", String.valueOf(card.filerId()));
        details.put("consultant", String.valueOf(card.consultantId()));
        details.put("visit", String.valueOf(card.visitStart()));
        details.put("state", card.state().name());
        if (card.identification() != null) {
            details.put("identification", card.identification().method().name());
        }
        Instant at = card.closedAt() == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : card.closedAt();
        return new SealedRecord.Line("requests", at, "request", details);
    }

    private static SealedRecord.Line audited(AuditEntry entry) {
        Map<String, String> details = new TreeMap<>(entry.details());
        details.put("actor", entry.kind() + " " + entry.callerId());
        return new SealedRecord.Line("audit", entry.at(), entry.action(), details);
    }

    private Collection<SealedRecord.Line> documents(UUID requestId) {
        List<SealedRecord.Line> lines = new ArrayList<>();
        for (DocumentEntity document : repository.documentsOf(requestId)) {
            Map<String, String> details = new TreeMap<>();
            details.put("id", document.id);
            details.put("name", document.name);
            details.put("sha256", document.sha256);
            details.put("state", document.state.name());
            if (document.archiveSha256 != null) {
                details.put("archiveSha256", document.archiveSha256);
            }
            repository.signatureOf(document).ifPresent(signature -> {
                details.put("signer", String.valueOf(signature.signerName));
                details.put("certificate", String.valueOf(signature.serial));
            });
            lines.add(new SealedRecord.Line("signing", document.createdAt, "conclusion", details));
        }
        return lines;
    }
}
