/** Documents as PDF/A-2b: a plain text layout with one embedded font. Knows nothing of requests or rows. */
package org.consilium.signing.provider.pdf;
