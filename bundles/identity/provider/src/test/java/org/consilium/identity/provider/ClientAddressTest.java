package org.consilium.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void ipv4StandsForItself() {
        assertEquals("10.1.2.3", ClientAddress.network("10.1.2.3"));
        assertEquals("::ffff:10.1.2.3", ClientAddress.network("::ffff:10.1.2.3"));
    }

    @Test
    void ipv6StandsForItsNetwork() {
        assertEquals(ClientAddress.network("2001:db8:1:2::1"), ClientAddress.network("2001:db8:1:2:ffff::9"));
        assertNotEquals(ClientAddress.network("2001:db8:1:2::1"), ClientAddress.network("2001:db8:1:3::1"));
    }

    @Test
    void anythingElseIsTakenAsItIs() {
        assertEquals("null", ClientAddress.network(null));
        assertEquals("::nonsense::", ClientAddress.network("::nonsense::"));
    }
}
