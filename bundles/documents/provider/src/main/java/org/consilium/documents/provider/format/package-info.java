/**
 * What a stored file is, by its content alone. The list of what is let in is short, so each kind has a small class of
 * its own that reads headers with a bounded buffer; nothing is decoded, inflated or parsed as XML.
 */
package org.consilium.documents.provider.format;
