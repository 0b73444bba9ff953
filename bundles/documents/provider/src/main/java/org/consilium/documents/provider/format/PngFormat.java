package org.consilium.documents.provider.format;

import java.io.IOException;

/** PNG: the size stands in the first chunk. */
final class PngFormat implements Format {
    @Override
    public FileKind kind() {
        return FileKind.PNG;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(0, "\u0089PNG\r\n\u001A\n");
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        return file.bigEndian(8, 4) == 13
                && file.has(12, "IHDR")
                && isLength(file.bigEndian(16, 4))
                && isLength(file.bigEndian(20, 4));
    }

    @Override
    public long pixels(FileBytes file) throws IOException {
        return file.bigEndian(16, 4) * file.bigEndian(20, 4);
    }

    private static boolean isLength(long length) {
        return length > 0 && length <= Integer.MAX_VALUE;
    }
}
