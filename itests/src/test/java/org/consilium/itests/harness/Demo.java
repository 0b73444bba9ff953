package org.consilium.itests.harness;

/** The demo's accounts and people that the stories use; made by the demo bundle. */
public final class Demo {
    /** A demo account. */
    public record Account(String login, String password) {}

    public static final Account DOCTOR = new Account("shcherbakov", "demo-2026");
    public static final Account COLLEAGUE = new Account("ivanova", "demo-2026");

    private Demo() {}
}
