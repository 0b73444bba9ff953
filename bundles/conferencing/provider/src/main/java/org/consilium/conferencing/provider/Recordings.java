package org.consilium.conferencing.provider;

import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.Recording;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recording by the engine: off unless the host asked and everybody in the room agreed. Thread-safe. */
@Component(service = Recordings.class)
public class Recordings {
    private final Rooms rooms;
    private final Access access;
    private final RoomSettings settings;
    private final Engines engines;

    @Activate
    public Recordings(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference RoomSettings settings,
            @Reference Engines engines) {
        this.rooms = rooms;
        this.access = access;
        this.settings = settings;
        this.engines = engines;
    }

    /** @param roomName {@code null} while somebody has not agreed */
    private record Agreed(String engine, String roomName) {}

    void wish(Caller caller, UUID requestId, RecordingWish input) {
        Invalid.required(input, "on");
        boolean on = Invalid.required(input.on(), "on");
        access.known(caller, rooms.read(requestId));
        begin(caller, requestId, rooms.change(caller, requestId, conference -> {
            SeatEntity host = conference.asHost(caller);
            if (!on) {
                conference.stopRecording(host);
            } else if (!settings.records(conference.room.engine)) {
                throw ConsiliumException.conflict("conferencing.recording-unsupported", "the engine cannot record");
            } else if (conference.room.recordingState == Recording.State.OFF) {
                conference.room.recordingState = Recording.State.ASKED;
                conference.room.recordingSince = conference.now;
                host.recordingAgreed = true;
                conference.touch();
            }
            return agreed(conference);
        }));
    }

    void consent(Caller caller, UUID requestId, RecordingConsent input) {
        Invalid.required(input, "agree");
        boolean agree = Invalid.required(input.agree(), "agree");
        access.known(caller, rooms.read(requestId));
        begin(caller, requestId, rooms.change(caller, requestId, conference -> {
            SeatEntity seat = conference.own(caller);
            if (!seat.isAdmitted()) {
                throw Refusal.notInRoom();
            }
            // who agreed may take it back while it records
            boolean known = conference.room.recordingState == Recording.State.ASKED
                    || conference.room.recordingState == Recording.State.ON && !agree;
            if (!known) {
                throw ConsiliumException.conflict("conferencing.no-recording-asked", "nobody asked for a recording");
            }
            if (agree) {
                seat.recordingAgreed = true;
                conference.touch();
            } else {
                conference.stopRecording(seat);
            }
            return agreed(conference);
        }));
    }

    private static Agreed agreed(Conference conference) {
        boolean all = conference.room.recordingState == Recording.State.ASKED
                && conference.admitted().allMatch(seat -> seat.recordingAgreed);
        return new Agreed(conference.room.engine, all ? conference.room.roomName : null);
    }

    /** The server is asked without a lock held; whoever came in or said no meanwhile stops it again. */
    private void begin(Caller caller, UUID requestId, Agreed agreed) {
        if (agreed.roomName == null) {
            return;
        }
        ConferenceEngine engine = engines.get(agreed.engine);
        String recording = engine.startRecording(agreed.roomName);
        boolean kept = rooms.change(caller, requestId, conference -> {
            if (!agreed.equals(agreed(conference))) {
                return false;
            }
            conference.room.recordingState = Recording.State.ON;
            conference.room.recordingSince = conference.now;
            conference.room.recordingName = recording;
            conference.touch();
            conference.log(LogEntry.Kind.RECORDING_ON, null, Map.of());
            return true;
        });
        if (!kept) {
            engine.stopRecording(recording);
        }
    }
}
