/** Files: upload, folders, preview, download after a right check. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.documents.api;
