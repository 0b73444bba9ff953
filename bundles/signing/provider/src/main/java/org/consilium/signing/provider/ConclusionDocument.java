package org.consilium.signing.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conclusion in a list.
 *
 * @param number counts the signed conclusions of the request; the next one while it is not signed
 * @param current whether no later version took its place
 * @param dueAt until when it wants its signature, {@code null} for no term
 * @param withoutSignature «без УКЭП»: a scan
 * @param pages of a scan
 * @param executed whether the request was executed with it
 */
public record ConclusionDocument(
        UUID id,
        UUID requestId,
        String requestName,
        int number,
        DocumentKind kind,
        Template template,
        DocumentState state,
        boolean addendum,
        String correctionReason,
        UUID replacesId,
        boolean current,
        String name,
        String type,
        long size,
        String sha256,
        Instant createdAt,
        String authorName,
        Instant dueAt,
        boolean withoutSignature,
        List<ScanPage> pages,
        Signature signature,
        Archive archive,
        boolean executed) {
    /** A page of a scan: a file of the documents domain. */
    public record ScanPage(UUID documentId, String name, String type, long size) {}

    /** The ZIP. */
    public record Archive(String name, long size, String sha256) {}

    static ConclusionDocument of(DocumentEntity document, SignatureEntity signature, List<PageEntity> pages) {
        return new ConclusionDocument(
                document.uuid(),
                document.request(),
                document.requestName,
                document.number,
                document.kind,
                document.template,
                document.state,
                document.addendum,
                document.correctionReason,
                document.replacesId == null ? null : UUID.fromString(document.replacesId),
                document.current,
                document.name,
                document.type,
                document.size,
                document.sha256,
                document.createdAt,
                document.authorName,
                document.dueAt,
                document.kind == DocumentKind.SCAN,
                pages.stream()
                        .map(page -> new ScanPage(UUID.fromString(page.fileId), page.name, page.type, page.size))
                        .toList(),
                signature == null ? null : signature.toSignature(),
                document.archiveId == null
                        ? null
                        : new Archive(document.archiveName, document.archiveSize, document.archiveSha256),
                document.executed);
    }
}
