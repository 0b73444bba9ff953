/** What a domain needs to keep rows: schema migrations of its bundle, constraint errors in its own words, words for searching. Transactions are Aries' {@code JpaTemplate}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.persistence;
