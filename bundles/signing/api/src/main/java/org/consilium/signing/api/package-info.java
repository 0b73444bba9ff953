/** Conclusions, their signatures and archives: the check of signatures as a seam, the operator's trust list, the sealed record. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.signing.api;
