package org.consilium.platform.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.transaction.TransactionManager;
import org.consilium.kernel.Caller;
import org.consilium.platform.security.SessionEnded;
import org.consilium.platform.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions as rows. A look-up reads one row by its primary key and keeps nothing in memory, so that a closed session is closed on
 * every node at once.
 */
@Component(service = Sessions.class, configurationPid = "org.consilium.platform.security")
@Designate(ocd = SecurityConfig.class)
public class StoredSessions implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;
    /** A use is written at most this often, so that a request is not a write. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private final SecureRandom random = new SecureRandom();
    private final SessionRepository repository;
    private final AfterCommit afterCommit;
    private final Limits staff;
    private final Limits patients;
    private final Clock clock;
    private final ScheduledExecutorService sweeper;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SessionEnded> listeners = List.of();

    @Activate
    public StoredSessions(
            @Reference SessionRepository repository,
            @Reference TransactionManager transactions,
            SecurityConfig config) {
        this(repository, transactions, config, Clock.systemUTC());
        long seconds = SWEEP_EVERY.toSeconds();
        sweeper.scheduleWithFixedDelay(this::sweepQuietly, seconds, seconds, TimeUnit.SECONDS);
    }

    StoredSessions(SessionRepository repository, TransactionManager transactions, SecurityConfig config, Clock clock) {
        this.repository = repository;
        this.afterCommit = new AfterCommit(transactions);
        this.staff = new Limits(
                Duration.ofMinutes(config.staffIdleMinutes()), Duration.ofHours(config.staffAbsoluteHours()));
        this.patients = new Limits(
                Duration.ofMinutes(config.patientIdleMinutes()), Duration.ofHours(config.patientAbsoluteHours()));
        this.clock = clock;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(StoredSessions::sweeperThread);
    }

    @Deactivate
    public void close() {
        sweeper.shutdownNow();
    }

    @Override
    public String open(Caller caller) {
        if (!caller.isStaff() && !caller.isPatient()) {
            throw new IllegalArgumentException("only people have sessions");
        }
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        repository.add(new SessionEntity(hash(token), caller, now()));
        return token;
    }

    @Override
    public Optional<Caller> find(String token) {
        if (token == null || token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        Instant now = now();
        return repository
                .find(hash(token))
                .filter(session -> !limits(session.kind()).areOver(session, now))
                .map(session -> used(session, now));
    }

    @Override
    public void close(String token) {
        if (token != null && token.length() == TOKEN_LENGTH) {
            end(hash(token));
        }
    }

    @Override
    public void closeAll(UUID callerId) {
        if (repository.deleteAll(callerId) > 0) {
            tell(callerId, null);
        }
    }

    @Override
    public String cookie(Caller.Kind kind, String token) {
        return name(kind) + "=" + token + ATTRIBUTES;
    }

    @Override
    public String clearedCookie(Caller.Kind kind) {
        return name(kind) + "=" + ATTRIBUTES + "; Max-Age=0";
    }

    /** Deletes the rows of sessions whose time is over and closes their sockets. */
    void sweep() {
        for (Caller.Kind kind : List.of(Caller.Kind.STAFF, Caller.Kind.PATIENT)) {
            Limits limits = limits(kind);
            Instant now = now();
            repository
                    .expired(kind, now.minus(limits.idle()), now.minus(limits.absolute()))
                    .forEach(session -> end(session.tokenHash()));
        }
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException e) {
            // an exception would end the schedule; the database may be away for a while
            LOG.warn("expired sessions were not removed: {}", e.getClass().getName());
        }
    }

    private void end(String tokenHash) {
        repository.delete(tokenHash).ifPresent(callerId -> tell(callerId, tokenHash));
    }

    private Caller used(SessionEntity session, Instant now) {
        Instant since = now.minus(USE_NOTED_EVERY);
        if (session.usedAt().isBefore(since)) {
            repository.touch(session.tokenHash(), now, since);
        }
        return session.caller();
    }

    private void tell(UUID callerId, String tokenHash) {
        afterCommit.run(() -> {
            for (SessionEnded listener : listeners) {
                try {
                    listener.ended(callerId, tokenHash);
                } catch (RuntimeException e) {
                    LOG.warn("a listener failed on the end of a session of {}", callerId, e);
                }
            }
        });
    }

    private Limits limits(Caller.Kind kind) {
        return kind == Caller.Kind.PATIENT ? patients : staff;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String name(Caller.Kind kind) {
        return switch (kind) {
            case STAFF -> STAFF_COOKIE;
            case PATIENT -> VISIT_COOKIE;
            case SERVICE, SYSTEM -> throw new IllegalArgumentException("neither has a cookie");
        };
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread sweeperThread(Runnable task) {
        Thread thread = new Thread(task, "consilium-session-sweeper");
        thread.setDaemon(true);
        return thread;
    }

    private record Limits(Duration idle, Duration absolute) {
        boolean areOver(SessionEntity session, Instant now) {
            return session.usedAt().plus(idle).isBefore(now)
                    || session.createdAt().plus(absolute).isBefore(now);
        }
    }
}
