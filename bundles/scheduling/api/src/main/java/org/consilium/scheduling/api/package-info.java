/** Schedule templates, free slots, visits. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.scheduling.api;
