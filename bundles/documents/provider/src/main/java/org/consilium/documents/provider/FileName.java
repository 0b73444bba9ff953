package org.consilium.documents.provider;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.documents.provider.format.FileKind;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** Names of files and folders: text that a person reads, never a path and never a program's ending. */
final class FileName {
    static final int MAX_LENGTH = 255;
    static final int MAX_FOLDER_LENGTH = 100;

    /**
     * Path separators, control characters, line separators, halves of surrogate pairs, and the signs that turn the
     * direction of writing and so show «…exe.txt» where «…txt.exe» stands.
     */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[/\\\\\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]");

    private static final Pattern DOTS = Pattern.compile("\\.+");

    private FileName() {}

    /**
     * The name to keep for a file of a kind. Where the ending belongs to another kind, the right one is added: a text
     * that calls itself {@code run.bat} becomes {@code run.bat.txt}, so that nobody starts it by opening it.
     *
     * @throws ConsiliumException 422 {@code documents.bad-name}
     */
    static String checked(String typed, FileKind kind) {
        String name = checkedText("name", typed, MAX_LENGTH);
        if (name.isEmpty() || DOTS.matcher(name).matches()) {
            throw bad("name", "required");
        }
        if (kind.endings().contains(ending(name))) {
            return name;
        }
        String added = name + "." + kind.endings().get(0);
        if (added.length() > MAX_LENGTH) {
            throw bad("name", "too-long");
        }
        return added;
    }

    /** The folder to keep; empty for none. */
    static String checkedFolder(String typed) {
        return typed == null ? "" : checkedText("folder", typed, MAX_FOLDER_LENGTH);
    }

    private static String checkedText(String field, String typed, int maxLength) {
        if (typed == null) {
            throw bad(field, "required");
        }
        // some devices send «й» in two parts, and nobody would find it
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.length() > maxLength) {
            throw bad(field, "too-long");
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw bad(field, "format");
        }
        return text;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static ConsiliumException bad(String field, String code) {
        return ConsiliumException.invalid("documents.bad-name", List.of(new FieldProblem(field, code)));
    }
}
