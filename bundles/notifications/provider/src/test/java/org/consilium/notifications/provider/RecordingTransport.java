package org.consilium.notifications.provider;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.notifications.api.Mail;
import org.consilium.notifications.api.MailTransport;

/** Keeps what it was given, or fails as told. */
final class RecordingTransport implements MailTransport {
    final List<Mail> sent = new CopyOnWriteArrayList<>();
    final List<Mail> tried = new CopyOnWriteArrayList<>();
    volatile IOException failure;
    volatile RuntimeException bug;

    @Override
    public void send(Mail mail) throws IOException {
        tried.add(mail);
        if (bug != null) {
            throw bug;
        }
        if (failure != null) {
            throw failure;
        }
        sent.add(mail);
    }
}
