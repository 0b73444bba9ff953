package org.consilium.platform.health.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * Who may read more than one word. A request from this machine may, unless a proxy on this machine passed it on: such a one carries the name
 * that somebody typed as its {@code Host}, or a trace of the proxy.
 */
final class Access {
    private static final String BEARER = "Bearer ";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> PROXY = List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP");

    private final List<Network> networks;
    private final byte[] token;

    /** @param networks also several in one string with commas between, as a .cfg file gives them */
    Access(String[] networks, String token) {
        this.networks = Stream.of(networks)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList();
        this.token = token.trim().getBytes(StandardCharsets.UTF_8);
    }

    boolean isGranted(HttpServletRequest request) {
        return fromHere(request) || hasToken(request.getHeader("Authorization")) || fromNetwork(request);
    }

    private static boolean fromHere(HttpServletRequest request) {
        byte[] address = Network.address(request.getRemoteAddr());
        return address != null
                && Network.isLoopback(address)
                && HERE.contains(request.getServerName().contains(":") ? bracketed(request) : request.getServerName())
                && PROXY.stream().noneMatch(header -> request.getHeader(header) != null);
    }

    private static String bracketed(HttpServletRequest request) {
        String name = request.getServerName();
        return name.startsWith("[") ? name : "[" + name + "]";
    }

    private boolean fromNetwork(HttpServletRequest request) {
        byte[] address = Network.address(request.getRemoteAddr());
        return address != null && networks.stream().anyMatch(network -> network.contains(address));
    }

    /** In the same time whatever is wrong with it. */
    private boolean hasToken(String authorization) {
        return token.length > 0
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8));
    }
}
