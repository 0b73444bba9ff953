package org.consilium.demo;

import java.time.Instant;
import org.consilium.notifications.api.Mail;

/** A mail that would have been sent, and when. */
record StoredMail(Mail mail, Instant receivedAt) {}
