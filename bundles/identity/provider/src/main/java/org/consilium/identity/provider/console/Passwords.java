package org.consilium.identity.provider.console;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.karaf.shell.api.console.Session;

/** A password for a command: typed twice without being shown, or made up and printed once. */
final class Passwords {
    /** Without those that are taken for another when read aloud. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String ask(Session session, boolean generate) throws IOException {
        if (generate) {
            StringBuilder made = new StringBuilder();
            RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(i -> made.append(LETTERS.charAt(i)));
            session.getConsole().println("Password, shown this once: " + made);
            return made.toString();
        }
        String typed = session.readLine("Password: ", '*');
        if (typed == null || !typed.equals(session.readLine("Again: ", '*'))) {
            throw new IllegalArgumentException("The two passwords differ; nothing was changed");
        }
        return typed;
    }
}
