package org.consilium.routes.api;

/**
 * A stage of a submitted request: whose turn it is and where it goes from here. The first stage is where a request begins; each stage
 * hands over to the one after it, the last one ends with the request.
 *
 * @param id lower case with hyphens, each once
 * @param title shown with the request
 * @param processor whose turn it is
 * @param mayReturn whether the processor may give the request back to its filer, with a reason; mended it comes to this stage again
 * @param assignsConsultant whether the processor names the consultant when he hands over
 */
public record RouteStage(
        String id, LocalText title, Processor processor, boolean mayReturn, boolean assignsConsultant) {
    /** The only stage of a route that describes none. */
    public static final RouteStage CONSULTATION = new RouteStage(
            "consultation", new LocalText("Консультация", "Consultation"), Processor.CONSULTANT, false, false);

    /** Whose turn a request is. */
    public enum Processor {
        /** Whom the filer chose in the wizard's step for the consultant, among those with the right to coordinate. */
        COORDINATOR,
        /** The consultant of the request. */
        CONSULTANT
    }
}
