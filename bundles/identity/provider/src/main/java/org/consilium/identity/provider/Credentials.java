package org.consilium.identity.provider;

/** What is typed to log in. */
public record Credentials(String login, String password) {
    static final int MAX_LOGIN = 100;
    static final int MAX_PASSWORD = 200;

    public Credentials {
        login = login == null ? "" : login;
        password = password == null ? "" : password;
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
