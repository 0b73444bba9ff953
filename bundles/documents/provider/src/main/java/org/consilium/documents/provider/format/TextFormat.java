package org.consilium.documents.provider.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Plain text in UTF-8 or windows-1251 that no program takes for a page, a drawing, a document or a script. */
final class TextFormat implements Format {
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*/?\\s*(!doctype|html|head|body|script|style|svg|math|iframe|frame|object|embed|applet"
                    + "|meta|link|form|img|base|template|\\?xml|\\?php)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FORMAT =
            Pattern.compile("^\\uFEFF?\\s*(<[!?a-z/]|\\{\\\\rtf|#!|%!|%pdf)", Pattern.CASE_INSENSITIVE);
    /** So that markup on the border of two pieces is seen as well. */
    private static final int OVERLAP = 64;

    @Override
    public FileKind kind() {
        return FileKind.TXT;
    }

    @Override
    public boolean begins(FileBytes file) {
        return true;
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        return (isUtf8(file) || isWindows1251(file))
                && !OTHER_FORMAT
                        .matcher(file.text(0, 256).replace("\u00EF\u00BB\u00BF", ""))
                        .find()
                && !holdsMarkup(file);
    }

    private static boolean isUtf8(FileBytes file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(FileBytes.WINDOW);
        CharBuffer out = CharBuffer.allocate(FileBytes.WINDOW);
        for (long position = 0; position < file.size(); ) {
            while (in.hasRemaining() && position < file.size()) {
                int octet = file.at(position++);
                if (isControl(octet)) {
                    return false;
                }
                in.put((byte) octet);
            }
            in.flip();
            CoderResult result = decoder.decode(in, out, position == file.size());
            if (result.isError()) {
                return false;
            }
            in.compact();
            out.clear();
        }
        return true;
    }

    /**
     * Nearly any bytes are windows-1251; what is text has mostly letters and typographic signs among the upper half.
     */
    private static boolean isWindows1251(FileBytes file) throws IOException {
        long upper = 0;
        long letters = 0;
        for (long position = 0; position < file.size(); position++) {
            int octet = file.at(position);
            if (isControl(octet) || octet == 0x98) {
                return false;
            }
            if (octet >= 0x80) {
                upper++;
                letters += octet >= 0xC0 || octet == 0xA8 || octet == 0xB8 ? 1 : 0;
            }
        }
        return letters * 10 >= upper * 8;
    }

    private static boolean isControl(int octet) {
        return (octet < 0x20 && octet != '\t' && octet != '\n' && octet != '\r' && octet != '\f') || octet == 0x7F;
    }

    private static boolean holdsMarkup(FileBytes file) throws IOException {
        for (long position = 0; position < file.size(); position += FileBytes.WINDOW - OVERLAP) {
            if (MARKUP.matcher(file.text(position, FileBytes.WINDOW)).find()) {
                return true;
            }
        }
        return false;
    }
}
