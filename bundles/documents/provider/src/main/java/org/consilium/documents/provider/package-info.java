/**
 * Files of staff and patients. A <em>file</em> is a row with a name, an owner and perhaps a request; its
 * <em>content</em> lies in a folder under its SHA-256 and may belong to several files; a <em>holder</em> is an owner
 * or a request whose bytes are counted.
 */
package org.consilium.documents.provider;
