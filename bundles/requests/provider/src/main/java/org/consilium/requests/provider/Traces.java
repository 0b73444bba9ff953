package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what the domains know of one request. For operators and the system. */
@Component(service = Traces.class)
public class Traces {
    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final Pattern NUMBER = Pattern.compile("(?:№\\s*)?(\\d{4}-\\d{6,9})");
    private static final Comparator<TraceEntry> ORDER =
            Comparator.comparing(TraceEntry::at).thenComparing(TraceEntry::kind);

    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final AuditLog audit;
    private final BundleContext context;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<TraceSource> sources = List.of();

    @Activate
    public Traces(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference AuditLog audit,
            BundleContext context) {
        this.requests = requests;
        this.routes = routes;
        this.audit = audit;
        this.context = context;
    }

    /**
     * @param wanted its number or its id
     * @throws ConsiliumException 403 {@code requests.operator-only}, 404 {@code requests.trace-not-found}
     */
    public Trace trace(Caller caller, String wanted) {
        Roles.requireOperator(caller);
        RequestEntity request =
                find(wanted.strip()).orElseThrow(() -> ConsiliumException.notFound("requests.trace-not-found"));
        TreeSet<String> missing = declared();
        List<TraceEntry> entries = new ArrayList<>();
        for (TraceSource source : sources) {
            try {
                entries.addAll(source.trace(request.uuid()));
                missing.remove(source.domain());
            } catch (RuntimeException e) {
                // one domain's failure hides nothing of the others
                LOG.warn("{} gave no trace: {}", source.domain(), e.getClass().getName());
                missing.add(source.domain());
            }
        }
        entries.sort(ORDER);
        audit.append(caller, "requests.traced", request.uuid(), Map.of());
        return new Trace(
                request.uuid(),
                request.number,
                routes.get(request.routeKey).id(),
                request.state,
                request.submittedAt,
                List.copyOf(entries),
                List.copyOf(missing));
    }

    private Optional<RequestEntity> find(String wanted) {
        Matcher number = NUMBER.matcher(wanted);
        if (number.matches()) {
            return requests.findByNumber(number.group(1));
        }
        try {
            return requests.find(UUID.fromString(wanted));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Domains whose installed bundles declare a source, present or not. */
    private TreeSet<String> declared() {
        TreeSet<String> domains = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            String domain = bundle.getHeaders("").get("Consilium-Domain");
            String offers = bundle.getHeaders("").get("Provide-Capability");
            if (domain != null && offers != null && offers.contains('"' + TraceSource.class.getName() + '"')) {
                // a bundle of the platform names itself in full
                domains.add(domain.substring(domain.lastIndexOf('.') + 1));
            }
        }
        return domains;
    }
}
