/** Append-only audit rows, written in the transaction of the act. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.audit;
