package org.consilium.documents.provider;

import java.nio.file.Path;

/**
 * A body that lies in the folder of incoming files.
 *
 * @param hash lower-case hex SHA-256
 */
record Received(Path path, String hash, long size) {}
