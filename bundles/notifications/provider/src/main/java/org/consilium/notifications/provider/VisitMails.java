package org.consilium.notifications.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Writes the mails to the patient's side. They name the doctor, the organisation and the time, and never the patient,
 * a diagnosis, a route, a profile or the doctor's speciality: mail is read by others.
 */
@Component(service = VisitMails.class)
public class VisitMails {
    private static final MailTemplate APPOINTMENT = MailTemplate.load("appointment");
    private static final MailTemplate ANSWER = MailTemplate.load("answer");
    private static final MailTemplate ANSWER_CANCELLED = MailTemplate.load("answer-cancelled");
    private static final MailTemplate REMINDER = MailTemplate.load("reminder");
    private static final MailTemplate CHANGED = MailTemplate.load("changed");
    private static final MailTemplate CANCELLED = MailTemplate.load("cancelled");
    private static final MailTemplate WAITING = MailTemplate.load("waiting");
    private static final String LINK =
            """
        Ваша личная страница консультации (чат с врачом и документы):
        %s

        Ссылка личная, не пересылайте её. Регистрация не нужна, вернуться по ссылке можно в любой момент.\
        """;
    private static final String NO_LINK =
            """
        Страница консультации открывается по личной ссылке из прежнего письма или от врача.
        Если она не открывается, обратитесь в медицинскую организацию.\
        """;
    /** How long it is news that the doctor waits. */
    private static final Duration WAITING_NEWS = Duration.ofMinutes(30);
    /** How long the news of a request without a visit is worth sending. */
    private static final Duration ANSWER_NEWS = Duration.ofDays(7);
    /** How long the news of a cancelled visit is worth sending. */
    private static final Duration CANCELLATION_NEWS = Duration.ofDays(7);

    private final NotificationSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory staff;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile VisitLinks links;

    @Activate
    public VisitMails(@Reference NotificationSettings settings) {
        this.settings = settings;
    }

    /** The visit is booked; with a personal link of its own and a calendar file. */
    NewMail appointment(RequestCard card) {
        Map<String, String> values = values(card);
        values.put("link", newLink(card));
        return mail(
                card,
                NoticeKind.APPOINTMENT,
                NoticeKind.APPOINTMENT.name(),
                APPOINTMENT,
                values,
                VisitCalendar.published(card, settings.now()),
                end(card));
    }

    /** The request is filed and has no visit: the doctor answers on its page. */
    NewMail answer(RequestCard card) {
        return mail(
                card,
                NoticeKind.APPOINTMENT,
                NoticeKind.APPOINTMENT.name(),
                ANSWER,
                Map.of("link", newLink(card)),
                null,
                settings.now().plus(ANSWER_NEWS));
    }

    /** The visit is near. */
    NewMail reminder(RequestCard card, int leadMinutes) {
        Map<String, String> values = values(card);
        values.put("link", linkUnlessRevoked(card));
        return mail(
                card,
                NoticeKind.REMINDER,
                reminderOccasion(card.visitStart(), leadMinutes),
                REMINDER,
                values,
                null,
                card.visitStart());
    }

    /** The doctor rings, or waits in the room; once for a conference. */
    NewMail waiting(RequestCard card, UUID conferenceId) {
        Map<String, String> values = values(card);
        values.put("link", linkUnlessRevoked(card));
        return mail(
                card,
                NoticeKind.WAITING,
                waitingOccasion(conferenceId),
                WAITING,
                values,
                null,
                settings.now().plus(WAITING_NEWS));
    }

    static String waitingOccasion(UUID conferenceId) {
        return NoticeKind.WAITING + " " + conferenceId;
    }

    /**
     * The visit is at another time or with another doctor; the calendar file replaces the one before.
     *
     * @param earlier how many mails there were about the request before
     */
    NewMail changed(RequestCard card, int earlier) {
        Map<String, String> values = values(card);
        values.put("link", linkUnlessRevoked(card));
        return mail(
                card,
                NoticeKind.CHANGED,
                NoticeKind.CHANGED + " " + Uuid7.next(),
                CHANGED,
                values,
                VisitCalendar.changed(card, settings.now(), earlier),
                end(card));
    }

    /**
     * The visit does not take place; the calendar file takes it out of the calendar. Without a visit: there will be no answer.
     *
     * @param earlier how many mails there were about the request before
     */
    NewMail cancelled(RequestCard card, int earlier) {
        boolean visit = card.visitStart() != null;
        return mail(
                card,
                NoticeKind.CANCELLED,
                NoticeKind.CANCELLED.name(),
                visit ? CANCELLED : ANSWER_CANCELLED,
                visit ? values(card) : Map.of(),
                visit ? VisitCalendar.cancelled(card, settings.now(), earlier + 1) : null,
                settings.now().plus(CANCELLATION_NEWS));
    }

    static String reminderOccasion(Instant visitStart, int leadMinutes) {
        return NoticeKind.REMINDER + " " + leadMinutes + " " + visitStart;
    }

    static Instant end(RequestCard card) {
        return card.visitStart().plus(Duration.ofMinutes(card.visitMinutes()));
    }

    private NewMail mail(
            RequestCard card,
            NoticeKind kind,
            String occasion,
            MailTemplate template,
            Map<String, String> values,
            String calendar,
            Instant validUntil) {
        return new NewMail(
                card.id(),
                kind,
                occasion,
                card.email(),
                template.subject(values),
                template.body(values),
                calendar,
                validUntil);
    }

    private Map<String, String> values(RequestCard card) {
        StaffMember doctor = doctor(card);
        Map<String, String> values = new HashMap<>();
        if (card.visitStart() == null) {
            values.put("when", "время не назначалось");
        } else {
            VisitTime time = new VisitTime(card.visitStart(), settings.zone());
            values.put("brief", time.brief());
            values.put("when", time.full());
        }
        values.put("minutes", Integer.toString(card.visitMinutes()));
        values.put("doctor", doctor.fullName());
        values.put("organisation", doctor.organisationName());
        return values;
    }

    /** A link that the doctor revoked or that is locked is not given anew behind his back. */
    private String linkUnlessRevoked(RequestCard card) {
        LinkStatus.State state = links().status(RequestCards.SELF, card.id()).state();
        boolean open = state == LinkStatus.State.ACTIVE || state == LinkStatus.State.NONE;
        return open ? newLink(card) : NO_LINK;
    }

    private String newLink(RequestCard card) {
        return LINK.formatted(links().issue(RequestCards.SELF, card.id()).url());
    }

    private StaffMember doctor(RequestCard card) {
        StaffDirectory directory = staff;
        if (directory == null) {
            throw ConsiliumException.domainAway("identity");
        }
        return directory
                .find(card.consultantId())
                .orElseThrow(() -> new IllegalStateException("request " + card.id() + " has an unknown consultant"));
    }

    private VisitLinks links() {
        VisitLinks service = links;
        if (service == null) {
            throw ConsiliumException.domainAway("identity");
        }
        return service;
    }
}
