package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.BarePeer;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Turn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real calls between real browsers by the contract of conferencing alone: the server brings signals, TURN credentials hold, media flow. The
 * same through the interface is the matter of other stories.
 */
class PeerCallIT {
    private static Turn turn;
    private static Distribution distribution;
    private static Api doctor;
    private static Api patient;
    private static String request;

    @BeforeAll
    static void start() {
        turn = Turn.start();
        distribution = Distribution.calling("calls", turn);
        doctor = Api.as(distribution, Demo.DOCTOR);
        request = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, request);
        patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
    }

    @AfterAll
    static void stop() {
        distribution.close();
        turn.close();
    }

    private static void call(BarePeer atDoctor, BarePeer atPatient) {
        assertEquals("ADMITTED", atDoctor.enter());
        atDoctor.call("POST", "/ring", Map.of("id", Ids.next(), "connection", atDoctor.connection()));
        assertEquals("ADMITTED", atPatient.enter(), "an answer to a ring need not wait");
    }

    private static void flows(BarePeer peer) {
        BarePeer.Incoming before =
                peer.await("a connection with a picture", it -> it.connected() == 1 && it.frames() > 5);
        peer.await("more frames and sound", it -> it.frames() > before.frames() + 10 && it.audio() > before.audio());
    }

    @Test
    void aCallConnectsDirectlyAndThroughTheRelayAlone() {
        for (boolean relay : new boolean[] {false, true}) {
            try (Browser browser = Browser.withDevices(distribution)) {
                BarePeer atDoctor = BarePeer.staff(browser.desktop(), doctor, request, relay);
                BarePeer atPatient = BarePeer.patient(browser.phone(), patient, request, relay);
                call(atDoctor, atPatient);
                flows(atDoctor);
                flows(atPatient);
                assertEquals(relay, atDoctor.incoming().relayed() > 0, "through the relay");
                doctor.post(CallRoom.path(request) + "/end", Map.of()).ok();
            }
        }
    }

    @Test
    void whoIsPutBackSeesAndHearsNothingAndMediaOutliveAnUpdateOfTheBundle() {
        try (Browser browser = Browser.withDevices(distribution)) {
            BarePeer atDoctor = BarePeer.staff(browser.desktop(), doctor, request, true);
            BarePeer atPatient = BarePeer.patient(browser.phone(), patient, request, true);
            call(atDoctor, atPatient);
            flows(atDoctor);

            String name = "org.consilium.conferencing.provider";
            String jar = distribution.home() + "/system/org/consilium/" + name + "/0.1.0/" + name + "-0.1.0.jar";
            distribution.console("bundle:update " + name + " file:" + jar);
            flows(atDoctor);
            flows(atPatient);
            Distribution.await("the room to be there again with both", Duration.ofSeconds(60), () -> {
                Api.Answer room = doctor.get(CallRoom.path(request));
                return room.status() == 200
                        && room.body().path("state").asText().equals("IN_PROGRESS")
                        && room.body().path("participants").findValuesAsText("presence").stream()
                                .allMatch("PRESENT"::equals);
            });

            doctor.post(
                            CallRoom.path(request) + "/admission",
                            Map.of("participantId", atPatient.participantId(), "decision", "WAIT"))
                    .ok();
            atPatient.await("no connection any more", it -> it.connected() == 0);
            atDoctor.await("no connection any more", it -> it.connected() == 0);
            doctor.post(
                            CallRoom.path(request) + "/admission",
                            Map.of("participantId", atPatient.participantId(), "decision", "ADMIT"))
                    .ok();
            flows(atPatient);
            assertTrue(atPatient.errors().isEmpty(), atPatient.errors());
            doctor.post(CallRoom.path(request) + "/end", Map.of()).ok();
        }
    }
}
