package org.consilium.documents.provider.format;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Office Open XML (ECMA-376): a ZIP with a certain main part. Only the directory of entries is read, here and not by
 * a ZIP library, because a polyglot is exactly what two readers understand differently: the entries must begin with
 * the file, the directory must end where the end record begins, and that record must end the file.
 */
final class OfficeFormat implements Format {
    private static final String ENTRY = "PK\u0003\u0004";
    private static final String DIRECTORY_ENTRY = "PK\u0001\u0002";
    private static final String END = "PK\u0005\u0006";
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_ENTRY_LENGTH = 46;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_NAME = 512;

    private static final Set<String> MAIN_PARTS =
            Set.of("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml");
    /** Macros, other containers, programs and paths that lead out. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(^|/)vba|^meta-inf/manifest\\.mf$|^androidmanifest\\.xml$|^mimetype$|^/|\\\\|(^|/)\\.\\.(/|$)"
                    + "|\\.(class|dex|exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|msi|lnk|sh)$");

    private final FileKind kind;
    private final String mainPart;

    OfficeFormat(FileKind kind, String mainPart) {
        this.kind = kind;
        this.mainPart = mainPart;
    }

    @Override
    public FileKind kind() {
        return kind;
    }

    @Override
    public boolean begins(FileBytes file) throws IOException {
        return names(file).contains(mainPart);
    }

    @Override
    public boolean isSound(FileBytes file) throws IOException {
        Set<String> names = names(file);
        return names.contains("[content_types].xml")
                && names.stream().filter(MAIN_PARTS::contains).count() == 1
                && names.stream().noneMatch(name -> FORBIDDEN.matcher(name).find());
    }

    /** Names of the entries, lower case; none when the file is not one plain ZIP. */
    private static Set<String> names(FileBytes file) throws IOException {
        long end = file.size() - END_LENGTH;
        if (!file.has(0, ENTRY) || !file.has(end, END) || file.littleEndian(end + 20, 2) != 0) {
            return Set.of();
        }
        long count = file.littleEndian(end + 10, 2);
        long position = file.littleEndian(end + 16, 4);
        boolean plain = count == file.littleEndian(end + 8, 2)
                && count <= MAX_ENTRIES
                && position + file.littleEndian(end + 12, 4) == end;
        Set<String> names = new HashSet<>();
        for (long i = 0; plain && i < count; i++) {
            long nameLength = file.littleEndian(position + 28, 2);
            plain = file.has(position, DIRECTORY_ENTRY)
                    && nameLength > 0
                    && nameLength <= MAX_NAME
                    && isOfEntry(file, position, nameLength)
                    && names.add(name(file, position + DIRECTORY_ENTRY_LENGTH, nameLength)
                            .toLowerCase(Locale.ROOT));
            position += DIRECTORY_ENTRY_LENGTH
                    + nameLength
                    + file.littleEndian(position + 30, 2)
                    + file.littleEndian(position + 32, 2);
        }
        return plain && position == end ? names : Set.of();
    }

    /** Whether the entry itself stands where the directory says, and under the same name. */
    private static boolean isOfEntry(FileBytes file, long directoryEntry, long nameLength) throws IOException {
        long entry = file.littleEndian(directoryEntry + 42, 4);
        return file.has(entry, ENTRY)
                && file.littleEndian(entry + 26, 2) == nameLength
                && name(file, entry + 30, nameLength)
                        .equals(name(file, directoryEntry + DIRECTORY_ENTRY_LENGTH, nameLength));
    }

    private static String name(FileBytes file, long position, long length) throws IOException {
        return file.text(position, (int) length);
    }
}
