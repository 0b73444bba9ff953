package org.consilium.itests.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP/1.1 connection that stays open, as a reverse proxy holds it. It does as little as possible, because the load generator runs
 * on the same cores as what it measures.
 */
final class Connection implements AutoCloseable {
    /** The server closes connections that were idle for longer, as between two rounds. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final URI uri;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private long lastUse;

    /** @param cookie what a browser would send */
    Connection(String url, String cookie) {
        uri = URI.create(url);
        headers = "\r\nHost: " + uri.getAuthority() + "\r\nOrigin: " + url + "\r\nCookie: " + cookie
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /** Sends JSON and returns the status when the whole answer has arrived. */
    int send(String method, String path, String json) {
        try {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            byte[] head = (method + " " + path + " HTTP/1.1" + headers + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] request = new byte[head.length + body.length];
            System.arraycopy(head, 0, request, 0, head.length);
            System.arraycopy(body, 0, request, head.length, body.length);
            open();
            socket.getOutputStream().write(request);
            int status = readAnswer();
            lastUse = System.nanoTime();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    private void open() throws IOException {
        if (socket != null && System.nanoTime() - lastUse < IDLE.toNanos()) {
            return;
        }
        close();
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private int readAnswer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            long size;
            do {
                size = Long.parseLong(line(), 16);
                in.skipNBytes(size);
                line();
            } while (size > 0);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
