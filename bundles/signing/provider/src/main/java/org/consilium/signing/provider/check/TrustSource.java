package org.consilium.signing.provider.check;

import java.util.List;

/** Where the check finds the operator's list. */
@FunctionalInterface
public interface TrustSource {
    List<Trusted> trusted();
}
