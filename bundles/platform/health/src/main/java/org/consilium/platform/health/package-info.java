/** What a bundle offers so that an operator sees how it is: health checks and figures. Both are found as services and come and go with their bundle. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.health;
