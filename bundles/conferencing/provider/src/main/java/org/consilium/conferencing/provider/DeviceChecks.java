package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.platform.security.Attempts;
import org.consilium.requests.api.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The check of devices and network before the call, and what came of it. Thread-safe. */
@Component(service = DeviceChecks.class)
public class DeviceChecks {
    private static final int MOST = 100;
    private static final int MAX_BROWSER = 200;
    private static final int CHECK_SECONDS = 120;

    private final DeviceCheckRepository checks;
    private final Rooms rooms;
    private final Access access;
    private final TurnCredentials turn;
    private final Live live;
    private final Attempts attempts;

    @Activate
    public DeviceChecks(
            @Reference DeviceCheckRepository checks,
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference TurnCredentials turn,
            @Reference Live live,
            @Reference Attempts attempts) {
        this.checks = checks;
        this.rooms = rooms;
        this.access = access;
        this.turn = turn;
        this.live = live;
        this.attempts = attempts;
    }

    /** Credentials that hold just long enough for a check, for an open request. */
    Ice ice(Caller caller, UUID requestId) {
        Member member = access.member(caller, requestId);
        if (member.request().state() != RequestState.IN_WORK) {
            throw ConsiliumException.conflict("requests.closed", "the request takes no more calls");
        }
        attempts.take("conferencing.check", caller.id().toString(), 10, Duration.ofMinutes(10));
        return turn.forCheck(UUID.randomUUID(), CHECK_SECONDS, rooms.now());
    }

    /** Keeps the patient's result; the newest one counts. */
    DeviceCheck save(Caller caller, UUID requestId, DeviceCheck input) {
        Member member = access.member(caller, requestId);
        DeviceCheck check = checked(input);
        attempts.take("conferencing.check-result", caller.id().toString(), 20, Duration.ofMinutes(10));
        DeviceCheck saved = checks.save(requestId, check, rooms.now());
        live.send(member.request().staff(), Hint.of("conferencing.device-check", requestId));
        return saved;
    }

    private static DeviceCheck checked(DeviceCheck input) {
        Invalid.required(input, "outcome");
        Invalid.required(input.outcome(), "outcome");
        Invalid.required(input.camera(), "camera");
        Invalid.required(input.microphone(), "microphone");
        Invalid.required(input.sound(), "sound");
        Double loss = input.lossPercent();
        Invalid.when(loss != null && !(loss >= 0 && loss <= 100), "lossPercent", "range");
        Invalid.when(negative(input.kilobitsPerSecond()), "kilobitsPerSecond", "range");
        Invalid.when(negative(input.roundTripMs()), "roundTripMs", "range");
        String browser = input.browser() == null
                ? null
                : input.browser().replace("\u0000", "").strip();
        Invalid.when(browser != null && browser.length() > MAX_BROWSER, "browser", "too-long");
        return new DeviceCheck(
                null,
                null,
                input.outcome(),
                input.camera(),
                input.microphone(),
                input.sound(),
                input.udp(),
                input.tcp(),
                loss,
                input.kilobitsPerSecond(),
                input.roundTripMs(),
                input.cause(),
                browser);
    }

    private static boolean negative(Integer value) {
        return value != null && value < 0;
    }

    /** The checks of the patients of several requests, for staff. */
    DeviceCheckPage of(Caller caller, List<UUID> requestIds) {
        Invalid.when(requestIds.size() > MOST, "requestId", "too-many");
        Set<UUID> known = requestIds.isEmpty()
                ? Set.of()
                : access.requests().cards(caller, requestIds).keySet();
        return new DeviceCheckPage(
                checks.findAll(known).stream().map(DeviceCheckEntity::toCheck).toList());
    }
}
