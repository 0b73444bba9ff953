package org.consilium.documents.provider.format;

import java.io.IOException;

/**
 * ISO 32000. Readers forgive up to 1,024 bytes before the header, which is where polyglots hide; here it must be the
 * first thing.
 */
final class PdfFormat implements Format {
    private static final int TAIL = 2048;

    @Override
    public FileKind kind() {
        return FileKind.PDF;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(0, "%PDF-");
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        return Character.isDigit(file.at(5))
                && file.at(6) == '.'
                && file.text(Math.max(0, file.size() - TAIL), TAIL).contains("%%EOF");
    }
}
