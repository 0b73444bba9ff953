package org.consilium.conferencing.openvidu;

import java.net.URI;
import java.util.Hashtable;
import java.util.Map;
import org.consilium.conferencing.api.ConferenceEngine;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the engine while an address is configured. */
@Component(service = OpenViduRegistration.class, configurationPid = OpenViduConfig.PID, immediate = true)
@Designate(ocd = OpenViduConfig.class)
public class OpenViduRegistration {
    /** Where it is installed and configured, it is preferred to calls from browser to browser. */
    private static final int RANKING = 100;

    private final ServiceRegistration<ConferenceEngine> registration;

    @Activate
    public OpenViduRegistration(BundleContext context, OpenViduConfig config) {
        if (config.url().isBlank()) {
            registration = null;
        } else {
            registration = context.registerService(
                    ConferenceEngine.class,
                    new OpenViduConferences(config),
                    new Hashtable<>(Map.of(
                            Constants.SERVICE_RANKING,
                            RANKING,
                            ConferenceEngine.CONNECT,
                            origin(URI.create(config.url().trim())))));
        }
    }

    private static String origin(URI address) {
        return ("https".equals(address.getScheme()) ? "wss://" : "ws://") + address.getRawAuthority();
    }

    @Deactivate
    public void stop() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
