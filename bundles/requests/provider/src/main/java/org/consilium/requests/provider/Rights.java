package org.consilium.requests.provider;

/**
 * What the caller may do with a request now.
 *
 * @param accept pass it on to the next stage
 * @param assign name the consultant with that
 * @param giveBack return it to its filer to be mended
 * @param resubmit send it again after it was given back
 * @param finish execute it
 * @param cancel cancel it
 * @param link see and renew the patient's personal link
 * @param identify note that the patient was identified
 * @param handOver give it to another consultant
 * @param move choose another time of the visit
 * @param reopen go on with it although it was executed
 * @param followUp begin a further request with what is known from this one
 */
public record Rights(
        boolean accept,
        boolean assign,
        boolean giveBack,
        boolean resubmit,
        boolean finish,
        boolean cancel,
        boolean link,
        boolean identify,
        boolean handOver,
        boolean move,
        boolean reopen,
        boolean followUp) {}
