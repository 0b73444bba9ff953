package org.consilium.kernel;

import java.util.List;
import java.util.Map;

/**
 * A failure that the caller can understand. It becomes {@code application/problem+json} (RFC 9457) with the same {@link #code()}.
 * One subclass per failure that others catch; other failures use the factory methods. Messages are English, for developers and
 * logs, and carry no data of a person; the sentence that a user reads belongs to the code and stands in the user interface.
 */
public class ConsiliumException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of failure it is, with its HTTP status (RFC 9110). */
    public enum Status {
        BAD_REQUEST(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        UNSUPPORTED_TYPE(415),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int http;

        Status(int http) {
            this.http = http;
        }

        public int http() {
            return http;
        }
    }

    private final String code;
    private final Status status;
    private final transient Map<String, Object> members;

    public ConsiliumException(Status status, String code, String message) {
        this(status, code, message, Map.of(), null);
    }

    /** @param members further members of the problem document, JSON values only, for example {@code attemptsLeft} */
    public ConsiliumException(
            Status status, String code, String message, Map<String, Object> members, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    /** Stable, {@code <domain>.<what>}, for example {@code scheduling.slot-taken}. */
    public String code() {
        return code;
    }

    public Status status() {
        return status;
    }

    public Map<String, Object> members() {
        return members == null ? Map.of() : members;
    }

    /** 404, also for what the caller must not know to exist. */
    public static ConsiliumException notFound(String code) {
        return new ConsiliumException(Status.NOT_FOUND, code, "not found");
    }

    /** 403. */
    public static ConsiliumException forbidden(String code) {
        return new ConsiliumException(Status.FORBIDDEN, code, "not allowed");
    }

    /** 409: the state does not allow it. */
    public static ConsiliumException conflict(String code, String message) {
        return new ConsiliumException(Status.CONFLICT, code, message);
    }

    /** 409 {@code <domain>.changed-meanwhile}: somebody else changed the same thing since it was read. */
    public static ConsiliumException changedMeanwhile(String domain) {
        return new ConsiliumException(
                Status.CONFLICT, domain + ".changed-meanwhile", "changed by somebody else meanwhile");
    }

    /** 422 with the fields that are wrong, member {@code problems}. */
    public static ConsiliumException invalid(String code, List<FieldProblem> problems) {
        return new ConsiliumException(
                Status.INVALID,
                code,
                "invalid: "
                        + problems.stream().map(p -> p.field() + " " + p.code()).toList(),
                Map.of("problems", problems),
                null);
    }

    /** 503 with {@code Retry-After}: a domain that is needed is away just now. */
    public static ConsiliumException domainAway(String domain) {
        return new ConsiliumException(
                Status.UNAVAILABLE,
                "platform.domain-away",
                "domain " + domain + " is away",
                Map.of("domain", domain),
                null);
    }
}
