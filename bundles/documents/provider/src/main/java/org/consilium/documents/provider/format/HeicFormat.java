package org.consilium.documents.provider.format;

import java.io.IOException;
import java.util.Set;

/**
 * HEIC (ISO/IEC 23008-12): boxes; the sizes are {@code ispe} properties of the items. Films and AVIF use the same
 * boxes and are refused.
 */
final class HeicFormat implements Format {
    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");
    private static final Set<String> PICTURES = Set.of("heic", "heix", "heim", "heis");
    private static final int MAX_BOXES = 1000;

    @Override
    public FileKind kind() {
        return FileKind.HEIC;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(4, "ftyp") && BRANDS.contains(file.text(8, 4));
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        long end = file.bigEndian(0, 4);
        if (end < 16 || end > 4096) {
            return false;
        }
        boolean picture = PICTURES.contains(file.text(8, 4));
        for (long brand = 16; brand < end && !picture; brand += 4) {
            picture = PICTURES.contains(file.text(brand, 4));
        }
        return picture && pixels(file) > 0;
    }

    /** The largest item's. */
    @Override
    public long pixels(FileBytes file) throws IOException {
        Box meta = find(file, 0, file.size(), "meta");
        Box properties = meta == null ? null : find(file, meta.start + 4, meta.end, "iprp");
        Box container = properties == null ? null : find(file, properties.start, properties.end, "ipco");
        long largest = 0;
        long next = container == null ? 0 : container.start;
        for (int i = 0; container != null && i < MAX_BOXES; i++) {
            Box size = find(file, next, container.end, "ispe");
            if (size == null) {
                return largest;
            }
            long height = file.bigEndian(size.start + 8, 4);
            if (height > 0) {
                largest = Math.max(largest, multiply(file.bigEndian(size.start + 4, 4), height));
            }
            next = size.end;
        }
        return largest;
    }

    private static long multiply(long width, long height) {
        return width > Integer.MAX_VALUE || height > Integer.MAX_VALUE ? Long.MAX_VALUE : width * height;
    }

    private static Box find(FileBytes file, long from, long to, String type) throws IOException {
        long position = from;
        for (int i = 0; i < MAX_BOXES && position + 8 <= to; i++) {
            long length = file.bigEndian(position, 4);
            long header = 8;
            if (length == 1) {
                length = file.bigEndian(position + 9, 7);
                header = 16;
            } else if (length == 0) {
                length = to - position;
            }
            if (length < header || length > to - position) {
                return null;
            }
            if (file.has(position + 4, type)) {
                return new Box(position + header, position + length);
            }
            position += length;
        }
        return null;
    }

    /** A box's content. */
    private record Box(long start, long end) {}
}
