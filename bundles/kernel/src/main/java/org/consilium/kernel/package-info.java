/** The few types that every bundle shares. No dependencies; changes only with a major release. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.kernel;
