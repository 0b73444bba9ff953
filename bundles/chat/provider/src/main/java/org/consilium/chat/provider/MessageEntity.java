package org.consilium.chat.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.InstantConverter;

/** One message; never changed. */
@Entity
@Table(name = "chat_message")
class MessageEntity {
    @Id
    private String id;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "message_number")
    private long number;

    @Column(name = "posted_at")
    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private Caller.Kind authorKind;

    @Column(name = "author_id")
    private String authorId;

    /** Of staff and the system; the patient's side is called as the chat calls it. */
    @Column(name = "author_name")
    private String authorName;

    private String body;

    @Column(name = "document_id")
    private String documentId;

    @Column(name = "document_name")
    private String documentName;

    @Column(name = "document_type")
    private String documentType;

    @Column(name = "document_size")
    private long documentSize;

    @Column(name = "note_code")
    private String noteCode;

    @Column(name = "note_details")
    private String noteDetails;

    protected MessageEntity() {}

    MessageEntity(ChatEntity chat, Note note, Instant at) {
        id = Uuid7.next().toString();
        requestId = chat.requestId().toString();
        number = chat.nextNumber();
        this.at = at;
        authorKind = Caller.Kind.SYSTEM;
        noteCode = note.code();
        noteDetails = note.storedDetails();
    }

    /** @param document {@code null} for none */
    MessageEntity(ChatEntity chat, Caller author, NewMessage message, Document document, Instant at) {
        id = message.id().toString();
        requestId = chat.requestId().toString();
        number = chat.nextNumber();
        this.at = at;
        authorKind = author.kind();
        authorId = author.id() == null ? null : author.id().toString();
        authorName = author.isPatient() ? null : author.name();
        body = message.text();
        if (document != null) {
            documentId = document.id().toString();
            documentName = document.name();
            documentType = document.type();
            documentSize = document.size();
        }
    }

    long number() {
        return number;
    }

    Instant at() {
        return at;
    }

    boolean fromPatient() {
        return authorKind == Caller.Kind.PATIENT;
    }

    boolean isIn(UUID request) {
        return requestId.equals(request.toString());
    }

    /** {@code null} for what somebody wrote. */
    String noteCode() {
        return noteCode;
    }

    /** Whether the caller's side wrote it; the links of a request are one side. */
    boolean isBy(Caller caller) {
        return authorKind == caller.kind()
                && (caller.isPatient()
                        ? isIn(caller.requestId())
                        : caller.isStaff() && caller.id().toString().equals(authorId));
    }

    String preview() {
        return body == null ? documentName : body;
    }

    Message toMessage(ChatEntity chat, Caller reader) {
        return new Message(
                UUID.fromString(id),
                number,
                at,
                author(),
                fromPatient() ? chat.patientSideName() : authorName,
                authorKind,
                isBy(reader),
                body,
                documentId == null
                        ? null
                        : new Message.Attachment(UUID.fromString(documentId), documentName, documentType, documentSize),
                noteCode == null ? null : Note.stored(noteCode, noteDetails));
    }

    private UUID author() {
        return switch (authorKind) {
            case STAFF -> UUID.fromString(authorId);
            case PATIENT -> UUID.fromString(requestId);
            case SERVICE, SYSTEM -> null;
        };
    }
}
