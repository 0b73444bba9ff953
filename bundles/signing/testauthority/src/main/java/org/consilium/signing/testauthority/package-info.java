/** An authority that issues real certificates and revocation lists, and keys that sign for real. For tests and the demo alone. */
package org.consilium.signing.testauthority;
