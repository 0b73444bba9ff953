package org.consilium.requests.api;

/** How a request was executed. */
public enum Outcome {
    SIGNED_CONCLUSION,
    UPLOADED_CONCLUSION,
    WITHOUT_CONCLUSION
}
