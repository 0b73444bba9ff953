package org.consilium.documents.provider.format;

import java.io.IOException;

/** DICOM part 10. The 128 bytes before the prefix are free, so an executable can live there: they must be zero. */
final class DicomFormat implements Format {
    private static final int PREAMBLE = 128;

    @Override
    public FileKind kind() {
        return FileKind.DICOM;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return file.has(PREAMBLE, "DICM");
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        for (int i = 0; i < PREAMBLE; i++) {
            if (file.at(i) != 0) {
                return false;
            }
        }
        return file.has(PREAMBLE + 4, "\u0002\u0000");
    }
}
