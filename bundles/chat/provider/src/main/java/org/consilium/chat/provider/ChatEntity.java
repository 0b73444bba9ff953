package org.consilium.chat.provider;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.requests.api.RequestCard;

/**
 * The chat of one request. Its row is locked by whoever writes to the chat, so numbers and counters need no further
 * care.
 */
@Entity
@Table(name = "chat_chat")
class ChatEntity {
    private static final int PREVIEW_LENGTH = 300;

    @Id
    @Column(name = "request_id")
    private String requestId;

    private String name;

    @Column(name = "patient_name")
    private String patientName;

    @Column(name = "representative_name")
    private String representativeName;

    @Column(name = "visit_start")
    @Convert(converter = InstantConverter.class)
    private Instant visitStart;

    private boolean closed;

    @Column(name = "last_number")
    private long lastNumber;

    @Column(name = "last_at")
    @Convert(converter = InstantConverter.class)
    private Instant lastAt;

    @Column(name = "last_text")
    private String lastText;

    @Column(name = "last_from_patient")
    private boolean lastFromPatient;

    @Column(name = "last_note")
    private String lastNote;

    protected ChatEntity() {}

    ChatEntity(RequestCard request, Instant now) {
        requestId = request.id().toString();
        name = request.name();
        patientName = request.patientName();
        representativeName = request.representativeName();
        visitStart = request.visitStart();
        closed = !request.state().isWritable();
        lastAt = now;
    }

    UUID requestId() {
        return UUID.fromString(requestId);
    }

    String name() {
        return name;
    }

    boolean closed() {
        return closed;
    }

    long lastNumber() {
        return lastNumber;
    }

    Instant lastAt() {
        return lastAt;
    }

    /** Who writes on the patient's side. */
    String patientSideName() {
        return representativeName == null ? patientName : representativeName;
    }

    /** Takes over what may change in the life of a request. @return whether anything did */
    boolean follow(RequestCard request) {
        boolean nowClosed = !request.state().isWritable();
        boolean changed = closed != nowClosed || !Objects.equals(visitStart, request.visitStart());
        closed = nowClosed;
        visitStart = request.visitStart();
        return changed;
    }

    /** The number of a further message. */
    long nextNumber() {
        return lastNumber + 1;
    }

    void posted(MessageEntity message) {
        lastNumber = message.number();
        lastAt = message.at();
        lastText = preview(message.preview());
        lastNote = message.noteCode();
        lastFromPatient = message.fromPatient();
    }

    ChatRow toRow(long unread) {
        return new ChatRow(
                requestId(),
                name,
                patientName,
                representativeName,
                visitStart,
                closed,
                unread,
                lastText,
                lastNote,
                lastAt,
                lastFromPatient);
    }

    private static String preview(String text) {
        if (text == null || text.length() <= PREVIEW_LENGTH) {
            return text;
        }
        // never half of a character outside the basic plane
        int end = Character.isHighSurrogate(text.charAt(PREVIEW_LENGTH - 1)) ? PREVIEW_LENGTH - 1 : PREVIEW_LENGTH;
        return text.substring(0, end);
    }
}
