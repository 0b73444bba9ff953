package org.consilium.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Calls in the room of a request through REST, as the interface does, each person with one tab. */
public final class CallRoom {
    public static final String CONNECTION = "018f0000-0000-7000-8000-00000000c0de";
    public static final Map<String, Object> TAB = Map.of("connection", CONNECTION);
    public static final Map<String, Object> ENTRY =
            Map.of("connection", CONNECTION, "microphone", true, "camera", true);
    public static final Map<String, Object> OWN = Map.of(
            "connection", CONNECTION, "microphone", true, "camera", false, "broadcasting", true, "screen", false);
    public static final Map<String, Object> QUALITY =
            Map.of("connection", CONNECTION, "level", "GOOD", "rung", "V360", "lossPercent", 0.5, "roundTripMs", 40);
    public static final Map<String, Object> CHECK =
            Map.of("outcome", "LIMITED", "camera", "MISSING", "microphone", "OK", "sound", "OK", "cause", "NO_DEVICE");

    private CallRoom() {}

    public static String path(String request) {
        return "/api/conferencing/rooms/" + request;
    }

    /** The staff member is in; again changes nothing. */
    public static JsonNode enter(Api staff, String request) {
        return staff.post(path(request) + "/entry", ENTRY).ok();
    }

    /** The same, and the room's path. */
    public static String entered(Api staff, String request) {
        enter(staff, request);
        return path(request);
    }

    /** The host lets the patient in; his participant id. */
    public static String admitted(Api host, Api patient, String request) {
        enter(host, request);
        JsonNode ticket =
                patient.post("/api/visit/conferencing/room/entry", ENTRY).ok();
        String participant = ticket.path("participantId").asText();
        if (ticket.path("state").asText().equals("WAITING")) {
            host.post(path(request) + "/admission", Map.of("participantId", participant, "decision", "ADMIT"))
                    .ok();
        }
        return participant;
    }

    /** It rings; the ring's id. */
    public static String ring(Api staff, String path) {
        String id = Ids.next();
        staff.post(path + "/ring", Map.of("id", id, "connection", CONNECTION)).ok();
        return id;
    }

    /** One stroke on the board. */
    public static Map<String, Object> drawing() {
        String id = Ids.next();
        return Map.of(
                "connection",
                CONNECTION,
                "elements",
                List.of(Map.of(
                        "id",
                        id,
                        "version",
                        1,
                        "nonce",
                        7,
                        "element",
                        "{\"id\":\"" + id + "\",\"type\":\"rectangle\",\"version\":1}")));
    }
}
