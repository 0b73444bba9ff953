package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a participant says of himself: what he sends, and how well it goes. Thread-safe. */
@Component(service = OwnSwitches.class)
public class OwnSwitches {
    private final Rooms rooms;
    private final Access access;
    private final Presence presence;
    private final Attempts attempts;

    @Activate
    public OwnSwitches(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference Presence presence,
            @Reference Attempts attempts) {
        this.rooms = rooms;
        this.access = access;
        this.presence = presence;
        this.attempts = attempts;
    }

    void set(Caller caller, UUID requestId, Own own) {
        Invalid.required(own, "connection");
        attempts.take("conferencing.own", caller.id().toString(), 120, Duration.ofMinutes(1));
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            SeatEntity seat = conference.own(caller);
            if (!seat.uses(own.connection())) {
                throw Refusal.takenOver();
            }
            set(conference, seat, own);
            presence.heard(seat);
            conference.returned(seat);
            return null;
        });
    }

    private static void set(Conference conference, SeatEntity seat, Own own) {
        if (seat.isListener() && (own.microphone() || own.camera() || own.broadcasting() || own.screen())) {
            throw Refusal.listener();
        }
        if (own.screen() && !seat.isAdmitted()) {
            throw Refusal.notInRoom();
        }
        if (own.camera() && !conference.videoAllowed(seat)) {
            throw ConsiliumException.conflict("conferencing.video-full", "others send video already");
        }
        if (own.microphone() && !seat.microphone) {
            seat.mutedByHost = false;
        }
        seat.microphone = own.microphone();
        seat.camera = own.camera();
        seat.broadcasting = own.broadcasting();
        seat.screen = own.screen();
        conference.touch();
    }

    void quality(Caller caller, UUID requestId, QualityReport report) {
        Invalid.required(report, "level");
        Invalid.required(report.level(), "level");
        Invalid.required(report.rung(), "rung");
        Invalid.when(!(report.lossPercent() >= 0 && report.lossPercent() <= 100), "lossPercent", "range");
        Invalid.when(report.roundTripMs() < 0, "roundTripMs", "range");
        attempts.take("conferencing.quality", caller.id().toString(), 60, Duration.ofMinutes(1));
        access.known(caller, rooms.read(requestId));
        rooms.change(caller, requestId, conference -> {
            SeatEntity seat = conference.ownInRoom(caller, report.connection());
            boolean told = report.level() != seat.qualityLevel || report.rung() != seat.qualityRung;
            seat.qualityLevel = report.level();
            seat.qualityRung = report.rung();
            seat.qualityLoss = report.lossPercent();
            seat.qualityRoundTrip = report.roundTripMs();
            if (told) {
                conference.log(
                        LogEntry.Kind.QUALITY,
                        seat,
                        Map.of(
                                "level", report.level().name(),
                                "rung", report.rung().name(),
                                "loss", Long.toString(Math.round(report.lossPercent())),
                                "roundTrip", Integer.toString(report.roundTripMs())));
                conference.touch();
            }
            return null;
        });
    }
}
