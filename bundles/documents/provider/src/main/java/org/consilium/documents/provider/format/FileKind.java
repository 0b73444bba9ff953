package org.consilium.documents.provider.format;

import java.util.List;
import java.util.Optional;

/** The kinds of files that are let in. */
public enum FileKind {
    PDF("application/pdf", true, "pdf"),
    JPEG("image/jpeg", true, "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", true, "png"),
    WEBP("image/webp", true, "webp"),
    HEIC("image/heic", true, "heic", "heif", "hif"),
    DICOM("application/dicom", false, "dcm", "dicom"),
    TXT("text/plain", false, "txt", "text", "log"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx");

    private final String mediaType;
    private final boolean inline;
    private final List<String> endings;

    FileKind(String mediaType, boolean inline, String... endings) {
        this.mediaType = mediaType;
        this.inline = inline;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it in the page; all others are only downloaded. */
    public boolean isInline() {
        return inline;
    }

    /** Endings of names, lower case without the dot; the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The kind with a media type that was stored. */
    public static Optional<FileKind> of(String mediaType) {
        for (FileKind kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
