package org.consilium.demo;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAccount;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.registry.api.ImportResult;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonImport;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.Template;
import org.consilium.scheduling.api.TemplateService;

/** The three domains that the demo fills, in memory, with the rules that matter here: ids, existing owners, the right caller. */
final class FakeDomains implements StaffAdministration, StaffDirectory, PersonImport, TemplateService {
    final Map<UUID, String> organisations = new LinkedHashMap<>();
    final Map<UUID, StaffMember> staff = new LinkedHashMap<>();
    final Map<String, UUID> logins = new LinkedHashMap<>();
    final Map<UUID, NewTemplate> templates = new LinkedHashMap<>();
    final Map<String, Person> people = new LinkedHashMap<>();
    int calls;

    @Override
    public void createOrganisation(Caller caller, UUID id, String name) {
        called(caller);
        organisations.putIfAbsent(id, name);
    }

    @Override
    public StaffMember createAccount(Caller caller, NewStaffMember member, String login, String password) {
        called(caller);
        String organisation =
                Optional.ofNullable(organisations.get(member.organisationId())).orElseThrow();
        UUID owner = logins.putIfAbsent(login, member.id());
        if (owner != null && !owner.equals(member.id())) {
            throw new IllegalStateException("login taken");
        }
        return staff.computeIfAbsent(
                member.id(),
                id -> new StaffMember(
                        id,
                        member.surname(),
                        member.name(),
                        member.patronymic(),
                        member.organisationId(),
                        organisation,
                        member.position(),
                        member.speciality(),
                        member.profiles(),
                        member.roles(),
                        true));
    }

    @Override
    public ImportResult importAll(Caller caller, Iterator<Person> persons) {
        called(caller);
        int before = people.size();
        persons.forEachRemaining(person -> people.put(person.id(), person));
        return new ImportResult(people.size() - before, 0, 0, 0, List.of());
    }

    @Override
    public Template create(Caller caller, NewTemplate template) {
        called(caller);
        if (!staff.containsKey(template.doctorId())) {
            throw new IllegalStateException("no such doctor");
        }
        templates.putIfAbsent(template.id(), template);
        return null;
    }

    @Override
    public Page<StaffMember> search(Caller caller, String query, String cursor, int limit) {
        return new Page<>(staff.values().stream().limit(limit).toList(), null);
    }

    private void called(Caller caller) {
        calls++;
        if (!caller.isSystem()) {
            throw new IllegalStateException("the demo acts as the system");
        }
    }

    @Override
    public void setPassword(Caller caller, UUID accountId, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dismiss(Caller caller, UUID accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reinstate(Caller caller, UUID accountId, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StaffMember account(Caller caller, String login) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StaffAccount> accounts(Caller caller, String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Organisation> organisations(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StaffMember> consultants(Set<UUID> organisationIds, String profile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StaffMember> coordinators(Set<UUID> organisations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Template save(Caller caller, Template template) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, UUID id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Template> list(Caller caller, UUID doctorId) {
        throw new UnsupportedOperationException();
    }
}
