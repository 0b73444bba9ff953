/** The request and its life: draft, in work, awaiting a signature, executed or cancelled; the stages of its route. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.consilium.requests.api;
