package org.consilium.identity.provider;

import java.util.List;
import org.consilium.kernel.FieldProblem;

/** What a new password must be: long enough and not the log-in name. Length beats composition rules (NIST SP 800-63B). */
record PasswordRules(int minLength) {
    List<FieldProblem> problems(String field, String login, String password) {
        if (password == null || password.isBlank()) {
            return List.of(new FieldProblem(field, "required"));
        }
        if (password.codePointCount(0, password.length()) < minLength) {
            return List.of(new FieldProblem(field, "too-short"));
        }
        if (password.length() > Credentials.MAX_PASSWORD) {
            return List.of(new FieldProblem(field, "too-long"));
        }
        if (Logins.normalised(password).equals(login)) {
            return List.of(new FieldProblem(field, "same-as-login"));
        }
        return List.of();
    }
}
