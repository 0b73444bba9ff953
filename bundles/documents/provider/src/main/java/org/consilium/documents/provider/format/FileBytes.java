package org.consilium.documents.provider.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is read here and there through one buffer; reading forward is cheap, reading backward is not. What lies
 * beyond the end reads as -1 or as a mismatch. Not thread-safe.
 */
final class FileBytes implements Closeable {
    static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    FileBytes(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** The byte at a position, 0 to 255; -1 beyond the end. */
    int at(long position) throws IOException {
        if (position < 0 || position >= size) {
            return -1;
        }
        if (position < windowStart || position >= windowStart + window.limit()) {
            load(position);
        }
        return window.get((int) (position - windowStart)) & 0xFF;
    }

    /** A big-endian number of up to seven bytes; -1 when it reaches beyond the end. */
    long bigEndian(long position, int bytes) throws IOException {
        if (position < 0 || position + bytes > size) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | at(position + i);
        }
        return number;
    }

    /** A little-endian number of up to seven bytes; -1 when it reaches beyond the end. */
    long littleEndian(long position, int bytes) throws IOException {
        if (position < 0 || position + bytes > size) {
            return -1;
        }
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | at(position + i);
        }
        return number;
    }

    /** Whether these bytes, one char each, stand at a position. */
    boolean has(long position, String bytes) throws IOException {
        for (int i = 0; i < bytes.length(); i++) {
            if (at(position + i) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Up to {@code length} bytes from a position, one char each. */
    String text(long position, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size - position))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) at(position + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void load(long position) throws IOException {
        window.clear();
        windowStart = position;
        while (window.hasRemaining() && channel.read(window, windowStart + window.position()) > 0) {
            // until the window is full or the file ends
        }
        window.flip();
        if (window.limit() == 0) {
            throw new IOException("the file became shorter");
        }
    }
}
