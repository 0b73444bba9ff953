package org.consilium.requests.provider;

import org.consilium.requests.api.Identification;

/** Notes how the consultant made sure who the patient is. */
public record NewIdentification(Identification.Method method) {}
