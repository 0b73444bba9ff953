package org.consilium.signing.api;

import java.util.List;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The authorities that the operator trusts, and their revocation lists. The system and regional operators only; others get 403 {@code
 * signing.operator-only}. Nothing else makes a certificate trusted: neither roots in a signature nor those of the machine. Thread-safe.
 */
@ProviderType
public interface TrustList {
    /**
     * Puts an authority on the list or changes its addresses.
     *
     * @param certificate X.509 in DER or PEM, of an authority
     * @param revocationAddresses http or https addresses of its revocation list; they are fetched on a schedule, and no others ever are
     * @throws org.consilium.kernel.ConsiliumException 422 {@code signing.not-an-authority}, {@code signing.bad-address}
     */
    Authority trust(Caller caller, byte[] certificate, List<String> revocationAddresses);

    /** Takes an authority off the list, with its revocation list. Nothing happens when it is not there. */
    void distrust(Caller caller, String fingerprint);

    List<Authority> authorities(Caller caller);

    /**
     * Keeps a revocation list that came by another way than the network. An older one than the kept one changes nothing.
     *
     * @param list X.509 CRL in DER or PEM, signed by an authority of the list
     * @throws org.consilium.kernel.ConsiliumException 422 {@code signing.bad-revocation-list}
     */
    Authority keepRevocationList(Caller caller, byte[] list);
}
