package org.consilium.signing.provider;

import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A conclusion as a СЭМД, from the answers that were kept with it. */
@Component(service = CdaExport.class)
public class CdaExport {
    private final Conclusions conclusions;
    private final Drafts drafts;
    private final SigningAccess access;
    private final IcdRepository icd;
    private final SigningSettings settings;
    private final AuditLog audit;

    @Activate
    public CdaExport(
            @Reference Conclusions conclusions,
            @Reference Drafts drafts,
            @Reference SigningAccess access,
            @Reference IcdRepository icd,
            @Reference SigningSettings settings,
            @Reference AuditLog audit) {
        this.conclusions = conclusions;
        this.drafts = drafts;
        this.access = access;
        this.icd = icd;
        this.settings = settings;
        this.audit = audit;
    }

    /** @throws org.consilium.kernel.ConsiliumException 404 {@code signing.not-found}, also for a scan */
    String xml(Caller caller, UUID documentId) {
        DocumentEntity document = conclusions.readable(caller, documentId);
        if (document.kind != DocumentKind.CONCLUSION) {
            throw SigningAccess.notFound();
        }
        RequestCard card = access.toRead(caller, document.request());
        ConclusionPrint print = new ConclusionPrint(settings.zone(), settings.institution(""), icd::name);
        audit.append(caller, "signing.downloaded", document.request(), Map.of("document", document.id, "type", "cda"));
        return new CdaDocument(settings.zone(), settings.institutionOid().orElse(null))
                .xml(document, card, print.byField(drafts.form(card.id()), Json.object(document.answers)));
    }
}
