package org.consilium.documents.provider;

import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.function.Supplier;
import org.consilium.documents.api.Document;

/**
 * A file that may be read.
 *
 * @param inline whether a browser may show it in the page
 * @param range the part that is asked for; empty for all of it
 */
record StoredContent(Document document, boolean inline, Optional<ContentRange> range, Supplier<FileChannel> channel) {}
