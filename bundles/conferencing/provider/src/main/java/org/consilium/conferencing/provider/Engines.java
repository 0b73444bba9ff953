package org.consilium.conferencing.provider;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.EngineException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines that are installed, and the settings of rooms. */
@Component(
        service = {Engines.class, RoomSettings.class},
        configurationPid = ConferencingConfig.PID)
public class Engines implements RoomSettings {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROOM_NAME_BYTES = 18;

    private final ConferencingConfig config;
    private final ExecutorService later =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "conferencing-engine"));

    /** The best one last, as DS sorts by ranking. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<ConferenceEngine> engines = List.of();

    @Activate
    public Engines(ConferencingConfig config) {
        this.config = config;
    }

    @Deactivate
    public void stop() {
        later.shutdown();
    }

    /** @throws EngineException when it is not installed, or away */
    ConferenceEngine get(String name) {
        return find(name).orElseThrow(() -> new EngineException("engine " + name + " is away", null));
    }

    private Optional<ConferenceEngine> find(String name) {
        return engines.stream().filter(engine -> engine.name().equals(name)).findFirst();
    }

    /**
     * Tells the servers what was decided, in order, without anybody waiting for it. What fails is not tried again: a room that nobody enters
     * ends by itself on every server, and a pass is only good for a random name.
     */
    void tell(List<EngineCall> calls) {
        for (EngineCall call : calls) {
            try {
                later.execute(() -> tell(call));
            } catch (RejectedExecutionException e) {
                LOG.warn("conferencing stops, {} was not told of a change", call.engine());
            }
        }
    }

    private void tell(EngineCall call) {
        try {
            find(call.engine()).ifPresent(engine -> call.call().accept(engine));
        } catch (RuntimeException e) {
            LOG.warn("{} could not be told of a change: {}", call.engine(), e.getMessage());
        }
    }

    @Override
    public String engine() {
        if (!config.engine().isBlank()) {
            return get(config.engine()).name();
        }
        List<ConferenceEngine> known = engines;
        if (known.isEmpty()) {
            throw new EngineException("no engine is installed", null);
        }
        return known.get(known.size() - 1).name();
    }

    @Override
    public boolean records(String engine) {
        return find(engine).map(ConferenceEngine::records).orElse(false);
    }

    @Override
    public int videoLimit(String engine) {
        return Math.min(
                config.videoLimit(),
                find(engine).map(ConferenceEngine::videoLimit).orElse(PeerEngine.VIDEO_LIMIT));
    }

    @Override
    public int roomLimit() {
        return config.roomLimit();
    }

    @Override
    public int seatSeconds() {
        return config.seatSeconds();
    }

    @Override
    public int ringSeconds() {
        return config.ringSeconds();
    }

    @Override
    public String newRoomName() {
        byte[] bytes = new byte[ROOM_NAME_BYTES];
        RANDOM.nextBytes(bytes);
        return "c-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('_', '-');
    }
}
