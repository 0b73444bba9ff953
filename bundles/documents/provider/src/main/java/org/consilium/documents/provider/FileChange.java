package org.consilium.documents.provider;

/** A file's new name and folder; the folder empty for none. */
public record FileChange(String name, String folder) {}
