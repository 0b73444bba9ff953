package org.consilium.signing.provider;

import java.util.List;
import java.util.Map;

/** What the consultant wrote so far. */
public record NewConclusion(long version, Map<String, Object> answers, List<Source> sources) {}
