package org.consilium.platform.rest.internal;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.rest.RestResource;
import org.consilium.platform.security.Origins;
import org.consilium.platform.security.ServiceTokens;
import org.consilium.platform.security.Sessions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one CXF endpoint a domain out of the resources that are present, on one bus behind one servlet, and remakes it when they change.
 * No lock is held while an endpoint is made: making one loads classes, while the framework may wait here with its own lock.
 */
@Component(immediate = true, service = RestEndpoints.class)
public final class RestEndpoints implements ServiceTrackerCustomizer<RestResource, RestResource> {
    private static final Logger LOG = LoggerFactory.getLogger(RestEndpoints.class);
    private static final long DRAIN_MILLIS = 2_000;
    /** Resources of a bundle arrive one after the other: wait so long for the next one. */
    private static final long SETTLE_MILLIS = 20;
    /** An endpoint that lacks resources which its bundle declares would answer 404 for them: it waits so long for them. */
    private static final long WHOLE_MILLIS = 10_000;

    private final BundleContext context;
    private final Bus bus;
    private final HTTPTransportFactory transport;
    private final ConcurrentMap<String, DomainEndpoint> endpoints = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ScheduledFuture<?>> pending = new ConcurrentHashMap<>();
    private final ScheduledExecutorService builder = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rest-endpoints");
        thread.setDaemon(true);
        return thread;
    });
    private final ServiceTracker<RestResource, RestResource> resources;
    private final BundleTracker<String> domains;
    private final KnownDomains known = new KnownDomains();
    private final ServiceRegistration<Servlet> gate;
    private final List<ServiceRegistration<?>> monitoring;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ServiceTokens tokens;

    @Activate
    public RestEndpoints(BundleContext context, @Reference Sessions sessions, @Reference Origins origins) {
        this.context = context;
        DestinationRegistry destinations = new DestinationRegistryImpl();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
            bus = BusFactory.newInstance().createBus();
            transport = new HTTPTransportFactory(destinations);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        domains = new BundleTracker<>(context, ~Bundle.UNINSTALLED, known);
        domains.open();
        resources = new ServiceTracker<>(context, RestResource.class, this);
        resources.open();
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/api/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "api");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        Traffic traffic = new Traffic();
        DomainsCheck check = new DomainsCheck(endpoints, known);
        monitoring = List.of(
                context.registerService(MetricSource.class, traffic, null),
                context.registerService(
                        new String[] {HealthCheck.class.getName(), MetricSource.class.getName()}, check, null));
        gate = context.registerService(
                Servlet.class,
                new Gate(
                        destinations,
                        bus,
                        endpoints,
                        known,
                        sessions,
                        () -> tokens,
                        origins,
                        new OpenApiDocument(known),
                        traffic),
                properties);
    }

    @Deactivate
    void stop() {
        monitoring.forEach(ServiceRegistration::unregister);
        gate.unregister();
        resources.close();
        domains.close();
        builder.shutdownNow();
        endpoints.values().forEach(DomainEndpoint::destroy);
        bus.shutdown(true);
    }

    @Override
    public RestResource addingService(ServiceReference<RestResource> reference) {
        String domain = domainOf(reference);
        RestResource resource = context.getService(reference);
        if (domain == null || resource == null) {
            LOG.error("A REST resource of {} names no {}", reference.getBundle(), RestResource.DOMAIN);
            return null;
        }
        endpoints.computeIfAbsent(domain, DomainEndpoint::new).add(resource);
        schedule(domain, System.nanoTime());
        return resource;
    }

    @Override
    public void modifiedService(ServiceReference<RestResource> reference, RestResource resource) {
        // the domain of a resource does not change
    }

    @Override
    public void removedService(ServiceReference<RestResource> reference, RestResource resource) {
        DomainEndpoint endpoint = endpoints.get(domainOf(reference));
        endpoint.remove(resource);
        endpoint.down(DRAIN_MILLIS);
        schedule(endpoint.domain(), System.nanoTime());
        context.ungetService(reference);
    }

    private void schedule(String domain, long since) {
        pending.compute(domain, (name, scheduled) -> {
            if (scheduled != null) {
                scheduled.cancel(false);
            }
            try {
                return builder.schedule(
                        () -> rebuild(endpoints.get(domain), since), SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                return null; // the platform is stopping
            }
        });
    }

    private void rebuild(DomainEndpoint endpoint, long since) {
        int present = endpoint.resources().size();
        boolean patient = System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(WHOLE_MILLIS);
        if (present > 0 && present < known.declaredResources(endpoint.domain()) && patient) {
            schedule(endpoint.domain(), since);
            return;
        }
        long started = System.nanoTime();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
            endpoint.down(DRAIN_MILLIS);
            endpoint.destroy();
            // Jackson's shared cache would keep the classes of the bundle that went.
            TypeFactory.defaultInstance().clearCache();
            List<RestResource> beans = endpoint.resources();
            if (beans.isEmpty()) {
                LOG.info("REST of {} is gone", endpoint.domain());
                return;
            }
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setDestinationFactory(transport);
            factory.setAddress("/" + endpoint.domain());
            factory.setServiceBeans(List.copyOf(beans));
            factory.setProviders(List.of(Json.provider(), new CallerProvider(), new SessionFilter(), new Problems()));
            endpoint.up(factory.create());
            LOG.info(
                    "REST of {} is up with {} resources in {} ms",
                    endpoint.domain(),
                    beans.size(),
                    (System.nanoTime() - started) / 1_000_000);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("REST of {} failed", endpoint.domain(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String domainOf(ServiceReference<RestResource> reference) {
        return (String) reference.getProperty(RestResource.DOMAIN);
    }
}
