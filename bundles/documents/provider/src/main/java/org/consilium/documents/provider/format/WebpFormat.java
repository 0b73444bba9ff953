package org.consilium.documents.provider.format;

import java.io.IOException;

/** WebP (RFC 9649): a RIFF file whose first chunk tells the size in one of three ways. */
final class WebpFormat implements Format {
    private static final int FIRST_CHUNK = 12;
    private static final int PAYLOAD = 20;

    @Override
    public FileKind kind() {
        return FileKind.WEBP;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(0, "RIFF") && file.has(8, "WEBP");
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        long length = file.littleEndian(4, 4);
        return length >= 4 && length + 8 <= file.size() + 1 && pixels(file) > 0;
    }

    @Override
    public long pixels(FileBytes file) throws IOException {
        if (file.has(FIRST_CHUNK, "VP8X")) {
            long width = file.littleEndian(PAYLOAD + 4, 3);
            long height = file.littleEndian(PAYLOAD + 7, 3);
            return height < 0 ? 0 : (width + 1) * (height + 1);
        }
        if (file.has(FIRST_CHUNK, "VP8L") && file.at(PAYLOAD) == 0x2F) {
            long bits = file.littleEndian(PAYLOAD + 1, 4);
            return bits < 0 ? 0 : ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1);
        }
        if (file.has(FIRST_CHUNK, "VP8 ") && file.has(PAYLOAD + 3, "\u009D\u0001\u002A")) {
            long height = file.littleEndian(PAYLOAD + 8, 2);
            return height < 0 ? 0 : (file.littleEndian(PAYLOAD + 6, 2) & 0x3FFF) * (height & 0x3FFF);
        }
        return 0;
    }
}
