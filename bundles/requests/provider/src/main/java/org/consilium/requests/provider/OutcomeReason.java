package org.consilium.requests.provider;

import org.consilium.routes.api.LocalText;

/** Why a request was finished without a conclusion. */
public record OutcomeReason(String code, LocalText title) {}
