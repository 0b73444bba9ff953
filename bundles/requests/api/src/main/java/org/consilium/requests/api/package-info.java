/** The request and its life: draft, in work, executed or cancelled. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.requests.api;
