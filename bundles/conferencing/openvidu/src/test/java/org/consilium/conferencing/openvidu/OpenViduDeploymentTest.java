package org.consilium.conferencing.openvidu;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same against a real server: {@code OPENVIDU_URL=https://… OPENVIDU_SECRET=… [OPENVIDU_CERTIFICATE=file.pem]}. */
@EnabledIfEnvironmentVariable(named = "OPENVIDU_URL", matches = "https?://.+", disabledReason = "no OPENVIDU_URL")
@EnabledIfEnvironmentVariable(named = "OPENVIDU_SECRET", matches = ".+", disabledReason = "no OPENVIDU_SECRET")
class OpenViduDeploymentTest extends OpenViduContract {
    private final OpenViduConferences engine = with(System.getenv("OPENVIDU_SECRET"));

    private static OpenViduConferences with(String secret) {
        return new OpenViduConferences(new TestConfig(
                System.getenv("OPENVIDU_URL"), secret, System.getenv().getOrDefault("OPENVIDU_CERTIFICATE", "")));
    }

    @Override
    OpenViduConferences engine() {
        return engine;
    }

    @Override
    OpenViduConferences intruder() {
        return with("not-" + System.getenv("OPENVIDU_SECRET"));
    }
}
