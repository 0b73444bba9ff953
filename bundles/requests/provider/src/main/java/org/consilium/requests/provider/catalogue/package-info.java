/** Finds the consultation routes that are offered: services of vendors and files of bundles. */
package org.consilium.requests.provider.catalogue;
