package org.consilium.platform.rest.internal;

import java.util.Map;
import java.util.TreeSet;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;

/** Domains that are installed and do not answer. */
final class DomainsCheck implements HealthCheck, MetricSource {
    private final Map<String, DomainEndpoint> endpoints;
    private final KnownDomains known;

    DomainsCheck(Map<String, DomainEndpoint> endpoints, KnownDomains known) {
        this.endpoints = endpoints;
        this.known = known;
    }

    @Override
    public String name() {
        return "domains";
    }

    @Override
    public Health check() {
        return new TreeSet<>(known.withResources())
                .stream()
                        .map(domain -> isUp(domain)
                                ? Health.ok(domain + ": answers")
                                : Health.of(Status.TEMPORARILY_UNAVAILABLE, domain + ": installed but away"))
                        .reduce(Health::and)
                        .orElseGet(() -> Health.ok("no domains"));
    }

    @Override
    public void tell(Metrics metrics) {
        for (String domain : known.withResources()) {
            metrics.gauge(
                    "consilium_domain_up",
                    "Whether an installed domain answers.",
                    isUp(domain) ? 1 : 0,
                    "domain",
                    domain);
        }
    }

    private boolean isUp(String domain) {
        DomainEndpoint endpoint = endpoints.get(domain);
        return endpoint != null && endpoint.isUp();
    }
}
