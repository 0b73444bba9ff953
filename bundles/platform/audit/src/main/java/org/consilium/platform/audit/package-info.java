/** Append-only audit rows, written in the transaction of the act; the trace of a request. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.platform.audit;
