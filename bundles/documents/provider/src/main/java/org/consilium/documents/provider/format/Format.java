package org.consilium.documents.provider.format;

import java.io.IOException;

/** Recognises one kind of file. */
interface Format {
    FileKind kind();

    /** Whether the file begins as this kind does; no other kind is tried then. */
    boolean begins(FileBytes file) throws IOException;

    /** Whether the rest is as it must be. */
    boolean isSound(FileBytes file) throws IOException;

    /** How many pixels an image claims to have; 0 for what is no image. Asked only of a sound file. */
    default long pixels(FileBytes file) throws IOException {
        return 0;
    }
}
