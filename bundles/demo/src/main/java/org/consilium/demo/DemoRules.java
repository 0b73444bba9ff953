package org.consilium.demo;

import java.util.regex.Pattern;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.kernel.Caller;

/** Where the demo may run. */
final class DemoRules {
    /** Marks a database that the demo met while it was empty. */
    static final String OWN_DATABASE = "database";

    private static final Caller DEMO = Caller.system("demo");
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(?:\\.[0-9]{1,3}){3}|\\[?(?:::1|0:0:0:0:0:0:0:1)\\]?", Pattern.CASE_INSENSITIVE);

    private final DemoRepository repository;

    DemoRules(DemoRepository repository) {
        this.repository = repository;
    }

    /** @param refusal why not; {@code null} when allowed, and while it cannot be told yet */
    record Verdict(boolean allowed, String refusal) {
        static final Verdict ALLOWED = new Verdict(true, null);
        static final Verdict LATER = new Verdict(false, null);
    }

    /**
     * @param listeningAddresses what HTTP is bound to, comma-separated; {@code null} for unset, which means all addresses
     * @param staff {@code null} while it is away
     */
    Verdict judge(String listeningAddresses, StaffDirectory staff) {
        if (!isLoopback(listeningAddresses)) {
            return new Verdict(
                    false,
                    "HTTP is not bound to loopback; set org.ops4j.pax.web.listening.addresses = 127.0.0.1 in"
                            + " etc/org.ops4j.pax.web.cfg, or leave the feature consilium-demo out");
        }
        if (repository.holds(OWN_DATABASE)) {
            return Verdict.ALLOWED;
        }
        if (staff == null) {
            return Verdict.LATER;
        }
        // Every request was filed by somebody on the staff, and staff are never deleted: a database without staff has
        // no request.
        if (!staff.search(DEMO, null, null, 1).items().isEmpty()) {
            return new Verdict(
                    false,
                    "the database is in use, it holds staff that the demo did not make; give the demo a database of its own");
        }
        repository.mark(OWN_DATABASE);
        return Verdict.ALLOWED;
    }

    private static boolean isLoopback(String addresses) {
        if (addresses == null) {
            return false;
        }
        for (String address : addresses.split(",", -1)) {
            if (!LOOPBACK.matcher(address.strip()).matches()) {
                return false;
            }
        }
        return true;
    }
}
