package org.consilium.platform.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Access CLOSED = new Access(new String[] {""}, "");

    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost", "127.0.0.1, 127.0.0.1", "[0:0:0:0:0:0:0:1], ::1", "0:0:0:0:0:0:0:1, [::1]"})
    void whoeverSitsAtTheMachineMayRead(String address, String host) {
        assertTrue(CLOSED.isGranted(request(address, host, Map.of())));
    }

    @Test
    void aProxyOnTheMachineOpensNothingToThoseBehindIt() {
        assertFalse(CLOSED.isGranted(request("127.0.0.1", "tele.example.org", Map.of())));
        assertFalse(CLOSED.isGranted(request("127.0.0.1", "localhost", Map.of("X-Forwarded-For", "198.51.100.7"))));
        assertFalse(CLOSED.isGranted(request("127.0.0.1", "localhost", Map.of("Forwarded", "for=198.51.100.7"))));
    }

    @Test
    void othersNeedTheTokenOrTheNetwork() {
        Access open = new Access(new String[] {"10.1.0.0/16, fd00::/8"}, "a-long-token");
        assertFalse(open.isGranted(request("198.51.100.7", "localhost", Map.of())));
        assertTrue(open.isGranted(request("10.1.200.3", "tele.example.org", Map.of())));
        assertTrue(open.isGranted(request("fd12::1", "tele.example.org", Map.of())));
        assertFalse(open.isGranted(request("10.2.0.1", "tele.example.org", Map.of())));
        assertTrue(open.isGranted(request("198.51.100.7", "x", Map.of("Authorization", "Bearer a-long-token"))));
        assertFalse(open.isGranted(request("198.51.100.7", "x", Map.of("Authorization", "Bearer a-long-toke"))));
        assertFalse(CLOSED.isGranted(request("198.51.100.7", "x", Map.of("Authorization", "Bearer "))));
    }

    @Test
    void aNetworkEndsWithinAByteToo() {
        Network network = Network.parse("192.0.2.16/28");
        assertTrue(network.contains(Network.address("192.0.2.31")));
        assertFalse(network.contains(Network.address("192.0.2.32")));
        assertTrue(Network.parse("0.0.0.0/0").contains(Network.address("203.0.113.9")));
        assertEquals(32, Network.parse("192.0.2.1").bits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/-1", "cafe", ""})
    void namesAndNonsenseAreRefusedAtTheStart(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
    }

    private static HttpServletRequest request(String address, String host, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                AccessTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getServerName" -> host;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
