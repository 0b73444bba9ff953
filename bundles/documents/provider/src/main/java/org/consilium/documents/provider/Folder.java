package org.consilium.documents.provider;

/** A folder in an owner's list. */
public record Folder(String name, long files) {}
