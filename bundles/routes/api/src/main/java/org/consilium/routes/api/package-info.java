/** What a consultation route is. A route returns data; the core acts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.consilium.routes.api;
