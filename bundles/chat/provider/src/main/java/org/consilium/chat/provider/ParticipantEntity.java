package org.consilium.chat.provider;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;

/** One reader of a chat: a doctor, or the patient's side, which is one reader however many links it has. */
@Entity
@Table(name = "chat_participant")
@IdClass(ParticipantEntity.Key.class)
class ParticipantEntity {
    /** Stands for the patient's side instead of an account. */
    static final String PATIENT = "PATIENT";

    @Id
    @Column(name = "request_id")
    private String requestId;

    @Id
    private String participant;

    @Enumerated(EnumType.STRING)
    private Caller.Kind kind;

    @Column(name = "read_up_to")
    private long readUpTo;

    private long unread;

    @Column(name = "last_at")
    @Convert(converter = InstantConverter.class)
    private Instant lastAt;

    protected ParticipantEntity() {}

    private ParticipantEntity(ChatEntity chat, String participant, Caller.Kind kind) {
        requestId = chat.requestId().toString();
        this.participant = participant;
        this.kind = kind;
        lastAt = chat.lastAt();
    }

    static ParticipantEntity staff(ChatEntity chat, UUID account) {
        ParticipantEntity participant = new ParticipantEntity(chat, account.toString(), Caller.Kind.STAFF);
        participant.unread = chat.lastNumber();
        return participant;
    }

    static ParticipantEntity patientSide(ChatEntity chat) {
        return new ParticipantEntity(chat, PATIENT, Caller.Kind.PATIENT);
    }

    boolean isPatientSide() {
        return kind == Caller.Kind.PATIENT;
    }

    boolean isStaff() {
        return kind == Caller.Kind.STAFF;
    }

    /** Whether this is the reader behind the caller. */
    boolean is(Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> isStaff() && participant.equals(caller.id().toString());
            case PATIENT -> isPatientSide();
            case SERVICE, SYSTEM -> false;
        };
    }

    UUID id() {
        return UUID.fromString(isPatientSide() ? requestId : participant);
    }

    Caller.Kind kind() {
        return kind;
    }

    long readUpTo() {
        return readUpTo;
    }

    /** A message of somebody else came. */
    void received(MessageEntity message) {
        unread++;
        lastAt = message.at();
    }

    /** An own message was posted; what others wrote before it may still be unread. */
    void sent(MessageEntity message) {
        lastAt = message.at();
    }

    void read(long upTo, long stillUnread) {
        readUpTo = upTo;
        unread = stillUnread;
    }

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String requestId;
        String participant;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.requestId.equals(requestId) && key.participant.equals(participant);
        }

        @Override
        public int hashCode() {
            return Objects.hash(requestId, participant);
        }
    }
}
