package org.consilium.platform.health.internal;

import java.util.Map;
import java.util.TreeMap;
import org.consilium.platform.health.Durations;
import org.consilium.platform.health.Metrics;

/** Figures in the text format of Prometheus, version 0.0.4, each name once with all its lines. */
final class PrometheusText implements Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, StringBuilder> families = new TreeMap<>();

    @Override
    public void gauge(String name, String help, double value, String... labels) {
        line(family(name, help, "gauge"), name, value, labels);
    }

    @Override
    public void counter(String name, String help, double value, String... labels) {
        line(family(name, help, "counter"), name, value, labels);
    }

    @Override
    public void durations(String name, String help, Durations durations, String... labels) {
        StringBuilder text = family(name, help, "histogram");
        double[] steps = Durations.steps();
        long[] counts = durations.counts();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            line(text, name + "_bucket", sum, with(labels, "le", i < steps.length ? number(steps[i]) : "+Inf"));
        }
        line(text, name + "_sum", durations.sumSeconds(), labels);
        line(text, name + "_count", sum, labels);
    }

    /** Takes over what another one heard. */
    void add(PrometheusText other) {
        other.families.forEach((name, text) -> families.merge(
                name,
                text,
                (mine, theirs) ->
                        mine.append(theirs, theirs.indexOf("\n", theirs.indexOf("# TYPE")) + 1, theirs.length())));
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        families.values().forEach(all::append);
        return all.toString();
    }

    private StringBuilder family(String name, String help, String type) {
        return families.computeIfAbsent(
                name, n -> new StringBuilder("# HELP " + n + ' ' + help + "\n# TYPE " + n + ' ' + type + '\n'));
    }

    private static void line(StringBuilder text, String name, double value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(labels[i + 1]
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
        }
        text.append(labels.length == 0 ? "" : "}")
                .append(' ')
                .append(number(value))
                .append('\n');
    }

    private static String[] with(String[] labels, String name, String value) {
        String[] more = java.util.Arrays.copyOf(labels, labels.length + 2);
        more[labels.length] = name;
        more[labels.length + 1] = value;
        return more;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
