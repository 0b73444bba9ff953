package org.consilium.platform.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.consilium.platform.health.Durations;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    @Test
    void eachNameStandsOnceWithAllItsLines() {
        PrometheusText first = new PrometheusText();
        first.gauge("b", "Second.", 1.5);
        first.gauge("a", "First.", 1, "kind", "staff");
        PrometheusText second = new PrometheusText();
        second.gauge("a", "First.", 2, "kind", "pa\"t\\i\nents");
        first.add(second);
        assertEquals(
                """
                # HELP a First.
                # TYPE a gauge
                a{kind="staff"} 1
                a{kind="pa\\"t\\\\i\\nents"} 2
                # HELP b Second.
                # TYPE b gauge
                b 1.5
                """,
                first.toString());
    }

    @Test
    void durationsAreCumulative() {
        Durations durations = new Durations();
        durations.add(TimeUnit.MILLISECONDS.toNanos(3));
        durations.add(TimeUnit.MILLISECONDS.toNanos(40));
        durations.add(TimeUnit.SECONDS.toNanos(60));
        PrometheusText text = new PrometheusText();
        text.durations("t", "Time.", durations, "domain", "chat");
        String lines = text.toString();
        assertEquals(
                """
                # HELP t Time.
                # TYPE t histogram
                t_bucket{domain="chat",le="0.005"} 1
                t_bucket{domain="chat",le="0.01"} 1
                t_bucket{domain="chat",le="0.025"} 1
                t_bucket{domain="chat",le="0.05"} 2
                t_bucket{domain="chat",le="0.1"} 2
                t_bucket{domain="chat",le="0.25"} 2
                t_bucket{domain="chat",le="0.5"} 2
                t_bucket{domain="chat",le="1"} 2
                t_bucket{domain="chat",le="2.5"} 2
                t_bucket{domain="chat",le="5"} 2
                t_bucket{domain="chat",le="10"} 2
                t_bucket{domain="chat",le="+Inf"} 3
                t_sum{domain="chat"} 60.043
                t_count{domain="chat"} 3
                """,
                lines);
    }
}
