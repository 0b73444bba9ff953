package org.consilium.demo;

import java.io.IOException;
import java.util.Dictionary;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.consilium.identity.api.StaffDirectory;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the demo where it can do no harm and keeps it shut everywhere else: its accounts have known passwords, its mail page shows
 * personal links. Looks again whenever the address of HTTP is configured anew.
 */
@Component(service = ConfigurationListener.class, immediate = true)
public class DemoGate implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(DemoGate.class);
    private static final String HTTP_PID = "org.ops4j.pax.web";
    private static final String ADDRESSES = "org.ops4j.pax.web.listening.addresses";

    private final ComponentContext component;
    private final ConfigurationAdmin configurations;
    private final DemoRules rules;
    // One thread decides, apart from those that start bundles and deliver configurations; what comes after the end is
    // dropped.
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "demo-gate"),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile StaffDirectory staff;
    private String lastRefusal;
    private boolean open;

    @Activate
    public DemoGate(
            ComponentContext component,
            @Reference ConfigurationAdmin configurations,
            @Reference DemoRepository repository) {
        this.component = component;
        this.configurations = configurations;
        rules = new DemoRules(repository);
        thread.execute(this::decide);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStaff(StaffDirectory directory) {
        staff = directory;
        thread.execute(this::decide);
    }

    void unbindStaff(StaffDirectory directory) {
        if (staff == directory) {
            staff = null;
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (HTTP_PID.equals(event.getPid())) {
            thread.execute(this::decide);
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
        component.disableComponent(DemoOpen.class.getName());
    }

    private void decide() {
        try {
            apply(rules.judge(listeningAddresses(), staff));
        } catch (IOException | InvalidSyntaxException | RuntimeException e) {
            if (!thread.isShutdown()) {
                apply(new DemoRules.Verdict(false, "it could not find out whether it may: " + e));
            }
        }
    }

    private void apply(DemoRules.Verdict verdict) {
        if (thread.isShutdown()) {
            return;
        }
        if (verdict.allowed() && !open) {
            component.enableComponent(DemoOpen.class.getName());
            LOG.info("the demo is open: see /demo for accounts, people and mails");
        } else if (!verdict.allowed() && open) {
            component.disableComponent(DemoOpen.class.getName());
        }
        open = verdict.allowed();
        if (verdict.refusal() != null && !verdict.refusal().equals(lastRefusal)) {
            LOG.error("the demo does not start: {}", verdict.refusal());
        }
        lastRefusal = verdict.refusal();
    }

    /** As the web server gets it: with the environment's values in place of placeholders. */
    private String listeningAddresses() throws IOException, InvalidSyntaxException {
        Configuration[] found = configurations.listConfigurations("(service.pid=" + HTTP_PID + ")");
        if (found == null) {
            return null;
        }
        Dictionary<String, Object> properties = found[0].getProcessedProperties(component.getServiceReference());
        Object addresses = properties == null ? null : properties.get(ADDRESSES);
        return addresses == null ? null : addresses.toString();
    }
}
