package org.consilium.documents.provider.format;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Finds files that are two things at once. Other programs look for their format elsewhere than at the beginning: a
 * ZIP is found from its end, a RAR or 7z anywhere, a tar at 257, a disk image at 32,769, and some take a page for
 * HTML from what stands near its beginning. What honest cameras append (a second picture, a film) is let through.
 */
final class SecondNature {
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\\?php)|<!--|%pdf-",
            Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING = 1024;
    /** The end record of a ZIP and the longest comment after it. */
    private static final int ZIP_END = 22;

    private static final int ZIP_TAIL = ZIP_END + 0xFFFF;
    private static final String[] ARCHIVES = {"Rar!\u001A\u0007", "7z\u00BC\u00AF\u0027\u001C"};

    private SecondNature() {}

    /** Whether a file of a kind is also something else. */
    static boolean of(FileBytes file, FileKind kind) throws IOException {
        boolean zip = kind == FileKind.DOCX || kind == FileKind.XLSX;
        return file.has(257, "ustar")
                || file.has(32769, "CD001")
                || (!zip && (beginsWithMarkup(file, kind) || endsAsZip(file) || holdsArchive(file)));
    }

    private static boolean beginsWithMarkup(FileBytes file, FileKind kind) throws IOException {
        int own = kind == FileKind.PDF ? 5 : 0;
        return MARKUP.matcher(file.text(own, BEGINNING)).find();
    }

    /** Whether a ZIP reader would find a directory of entries before an end record in the last 64 KiB. */
    private static boolean endsAsZip(FileBytes file) throws IOException {
        for (long end = Math.max(0, file.size() - ZIP_TAIL); end <= file.size() - ZIP_END; end++) {
            if (file.at(end) == 'P' && file.has(end, "PK\u0005\u0006")) {
                long directory = end - file.littleEndian(end + 12, 4);
                if (file.has(directory, "PK\u0001\u0002") || directory == end) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsArchive(FileBytes file) throws IOException {
        for (long position = 0; position < file.size(); position++) {
            int first = file.at(position);
            for (String archive : ARCHIVES) {
                if (first == archive.charAt(0) && file.has(position, archive)) {
                    return true;
                }
            }
        }
        return false;
    }
}
