package org.consilium.conferencing.provider;

import java.util.function.Consumer;
import org.consilium.conferencing.api.ConferenceEngine;

/** Something to tell a media server. */
record EngineCall(String engine, Consumer<ConferenceEngine> call) {}
