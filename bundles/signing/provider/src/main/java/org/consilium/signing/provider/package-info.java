/**
 * Conclusions from the first letter to the archive. A <em>draft</em> is what the consultant writes; a <em>document</em> is a PDF made of it once, or a
 * scan; a <em>signature</em> belongs to a document; an <em>archive</em> is made when the signature was found good.
 */
package org.consilium.signing.provider;
