package org.consilium.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The mails that would have been sent, the newest first. */
final class MailPage {
    private static final int REFRESH_SECONDS = 5;

    private final DateTimeFormatter time;

    /** @param zone of the person in front of the screen, who sits at the same machine in a demo */
    MailPage(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(zone);
    }

    String render(List<StoredMail> mails) {
        StringBuilder html = new StringBuilder(
                """
                <p class="note">Ни одно письмо никуда не отправляется: всё, что система отправила бы, появляется здесь. \
                Страница обновляется сама.</p>
                """);
        if (mails.isEmpty()) {
            html.append(
                    """
                    <p class="empty">Писем пока нет. Первое придёт, как только врач отправит заявку с электронной почтой пациента.</p>
                    """);
        }
        mails.forEach(mail -> html.append(card(mail)));
        return Frame.MAIL.around(html.toString(), REFRESH_SECONDS);
    }

    private String card(StoredMail stored) {
        return """
                <article>
                <h2>%s</h2>
                <p class="meta">Кому: <span class="to">%s</span> · %s</p>
                <div class="body">%s</div>
                %s</article>
                """
                .formatted(
                        Html.text(stored.mail().subject()),
                        Html.text(stored.mail().to()),
                        time(stored.receivedAt()),
                        Html.textWithLinks(stored.mail().text().strip()),
                        stored.mail().calendar() == null
                                ? ""
                                : "<p class=\"attachment\">Вложение: <a href=\"/demo/mail/%s.ics\">приглашение в календарь (.ics)</a></p>\n"
                                        .formatted(stored.mail().id()));
    }

    private String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at, time.format(at));
    }
}
