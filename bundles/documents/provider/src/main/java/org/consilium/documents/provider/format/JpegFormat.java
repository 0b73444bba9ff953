package org.consilium.documents.provider.format;

import java.io.IOException;

/** JPEG: the size stands in the frame header, which follows some segments of metadata. */
final class JpegFormat implements Format {
    private static final int MAX_SEGMENTS = 2000;
    private static final int START_OF_SCAN = 0xDA;

    @Override
    public FileKind kind() {
        return FileKind.JPEG;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        return pixels(file) > 0;
    }

    @Override
    public long pixels(FileBytes file) throws IOException {
        long position = 2;
        for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
            if (file.at(position) != 0xFF) {
                return 0;
            }
            while (file.at(position) == 0xFF) {
                position++;
            }
            int marker = file.at(position);
            long length = file.bigEndian(position + 1, 2);
            if (marker <= 0 || marker == START_OF_SCAN || length < 2) {
                return 0;
            }
            if (isFrame(marker)) {
                return file.bigEndian(position + 4, 2) * file.bigEndian(position + 6, 2);
            }
            position += 1 + length;
        }
        return 0;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
