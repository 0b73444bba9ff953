/** The technical check of signatures with Bouncy Castle. Knows nothing of requests, rows or the network. */
package org.consilium.signing.provider.check;
