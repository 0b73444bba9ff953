package org.consilium.identity.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.StaffMember;
import org.consilium.platform.persistence.InstantConverter;

@Entity
@Table(name = "identity_account")
class AccountEntity {
    @Id
    private String id;

    private String login;

    @Column(name = "password_hash")
    private String passwordHash;

    private String surname;
    private String name;
    private String patronymic;

    @Column(name = "sort_name")
    private String sortName;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "job_position")
    private String position;

    private String speciality;

    /** Comma lists; codes and role names hold no comma. */
    private String profiles;

    private String roles;
    private boolean active;

    /** 11 digits; {@code null} while nobody entered it. */
    private String snils;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    @Version
    private long version;

    protected AccountEntity() {}

    AccountEntity(NewStaffMember member, String login, String passwordHash, Instant now) {
        id = member.id().toString();
        this.login = login;
        this.passwordHash = passwordHash;
        surname = member.surname().strip();
        name = member.name().strip();
        patronymic = strip(member.patronymic());
        sortName = sortName(surname, name, patronymic);
        organisationId = member.organisationId().toString();
        position = strip(member.position());
        speciality = strip(member.speciality());
        profiles = list(member.profiles());
        roles = list(member.roles());
        active = true;
        createdAt = now;
    }

    UUID id() {
        return UUID.fromString(id);
    }

    String login() {
        return login;
    }

    String passwordHash() {
        return passwordHash;
    }

    String sortName() {
        return sortName;
    }

    boolean isActive() {
        return active;
    }

    String snils() {
        return snils;
    }

    void enterSnils(String digits) {
        snils = digits;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void dismiss() {
        active = false;
    }

    void reinstate() {
        active = true;
    }

    StaffMember toMember(String organisationName) {
        return new StaffMember(
                id(),
                surname,
                name,
                patronymic,
                UUID.fromString(organisationId),
                organisationName,
                position,
                speciality,
                set(profiles),
                set(roles),
                active);
    }

    /** The order of the directory, the same on both databases: lower case, ё as е. */
    private static String sortName(String surname, String name, String patronymic) {
        String full = surname + " " + name + (patronymic == null ? "" : " " + patronymic);
        return full.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String strip(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String list(Collection<String> codes) {
        return String.join(",", new TreeSet<>(codes));
    }

    private static Set<String> set(String list) {
        return list.isEmpty() ? Set.of() : Set.of(list.split(","));
    }
}
