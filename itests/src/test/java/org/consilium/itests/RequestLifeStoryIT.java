package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consilium.itests.harness.Screen.button;
import static org.consilium.itests.harness.Screen.choose;
import static org.consilium.itests.harness.Screen.dialog;
import static org.consilium.itests.harness.Screen.heading;
import static org.consilium.itests.harness.Screen.logIn;
import static org.consilium.itests.harness.Screen.menuLink;
import static org.consilium.itests.harness.Screen.row;
import static org.consilium.itests.harness.Screen.section;
import static org.consilium.itests.harness.Screen.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may become of a request after it was filed, through the interface: two doctors at their desks, the patient at a phone. */
class RequestLifeStoryIT {
    private static final String SEARCH = "Поиск по пациенту или номеру";
    /** One of the demo's many made people, of whom no other story makes use. */
    private static final String PERSON = "demo-07001";

    private static final String LOCK = "Показать закрытые заявки";

    private Distribution distribution;
    private Browser browser;
    private Api doctorApi;

    @BeforeEach
    void open() {
        distribution = Distribution.shared();
        browser = new Browser(distribution);
        doctorApi = Api.as(distribution, Demo.DOCTOR);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Proves({"S113", "S115", "S151", "S152", "S164", "S165", "S166", "S169", "S170", "S172", "S173", "S174"})
    @Test
    void oneRequestIsHandedOverMovedFinishedReopenedCancelledAndFollowedUp() {
        Api colleagueApi = Api.as(distribution, Demo.COLLEAGUE);
        String id = fileWhenBothAreFree(colleagueApi);
        JsonNode filed = request(id);
        String number = filed.path("number").asText();
        Page doctor = browser.desktop();
        logIn(doctor, Demo.DOCTOR);
        Page colleague = browser.desktop();
        logIn(colleague, Demo.COLLEAGUE);
        Page patient = CallPage.patient(
                        browser.phone(), Consultations.patient(distribution, doctorApi, id, person(filed)))
                .page;
        assertThat(heading(colleague, "Входящие")).isVisible();
        colleague.getByPlaceholder(SEARCH).fill(number);
        assertThat(colleague.getByText("Ничего не найдено")).isVisible();
        assertThat(heading(doctor, "Входящие")).isVisible();
        doctor.getByPlaceholder(SEARCH).fill(number);
        row(doctor, number).getByRole(AriaRole.LINK).first().click();

        // the keys of the page on «?»
        assertThat(button(doctor, "Завершение без заключения")).isVisible();
        doctor.keyboard().press("?");
        Locator keys = dialog(doctor, "Горячие клавиши");
        for (String action :
                List.of("Поиск в списке", "Перенести приём", "Передать коллеге", "Завершение без заключения")) {
            assertThat(keys).containsText(action);
        }
        Browser.picture(doctor, "life-1-keys");
        doctor.keyboard().press("Escape");
        assertThat(keys).hasCount(0);

        // to a colleague, at the same time, with a reason
        doctor.keyboard().press("h");
        Locator handOver = dialog(doctor, "Передать коллеге");
        button(handOver, "Передать").click();
        assertThat(handOver.getByRole(AriaRole.ALERT)).hasText("Выберите консультанта");
        choose(
                handOver.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Консультант")),
                doctor,
                Pattern.compile("^Орлова Вера Сергеевна"));
        assertThat(handOver.getByRole(
                        AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^Оставить "))))
                .isChecked();
        button(handOver, "Передать").click();
        assertThat(handOver.getByText("Напишите, почему заявка передаётся")).isVisible();
        handOver.getByLabel("Причина передачи").fill("Ухожу в отпуск");
        Browser.picture(doctor, "life-2-hand-over");
        button(handOver, "Передать").click();
        assertThat(seen(doctor, "Заявка передана")).isVisible();
        assertThat(section(doctor, "Консультация")).containsText("Орлова В. С.");
        assertThat(seen(colleague, "Вам передали заявку. Она в разделе «Входящие»."))
                .isVisible();
        assertThat(row(colleague, number)).isVisible();

        // only who consults can finish it, and has it among the incoming ones
        assertThat(button(doctor, "Перенести приём")).isVisible();
        assertThat(doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Заверш"))))
                .hasCount(0);
        menuLink(doctor, "Входящие").click();
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        menuLink(doctor, "Исходящие").click();
        doctor.getByPlaceholder(SEARCH).fill(number);
        assertThat(row(doctor, number)).isVisible();

        // another time; the patient's page shows it by itself
        row(colleague, number).getByRole(AriaRole.LINK).first().click();
        assertThat(button(colleague, "Завершение без заключения")).isVisible();
        colleague.keyboard().press("t");
        Locator move = dialog(colleague, "Перенести приём");
        Locator slot = move.locator("label.slot").last();
        String start = slot.locator("input").getAttribute("value");
        slot.click();
        button(move, "Перенести").click();
        assertThat(move.getByText("Напишите, почему приём переносится")).isVisible();
        move.getByLabel("Причина переноса").fill("Конференция");
        Browser.picture(colleague, "life-3-move");
        button(move, "Перенести").click();
        assertThat(seen(colleague, "Приём перенесён")).isVisible();
        assertThat(section(colleague, "Консультация").locator("time[datetime='" + start + "']"))
                .isVisible();
        assertThat(patient.locator("time[datetime='" + start + "']")).isVisible();

        // from the chat by its name to the request, which ends for a reason
        menuLink(colleague, "Сообщения").click();
        colleague.getByPlaceholder("Фамилия пациента или номер заявки").fill(number);
        colleague
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(number)))
                .first()
                .click();
        Locator words = colleague.getByLabel("Сообщение пациенту");
        assertThat(words).isVisible();
        words.fill("Какие лекарства Вы принимаете?");
        words.press("Enter");
        assertThat(patient.getByText("Какие лекарства Вы принимаете?")).isVisible();
        colleague
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(filed.path("name").asText()))
                .last()
                .click();
        colleague.waitForURL("**/requests/" + id);
        colleague.keyboard().press("z");
        Locator finish = dialog(colleague, "Завершение без заключения");
        button(finish, "Далее").click();
        assertThat(finish.getByText("Выберите причину из списка")).isVisible();
        choose(finish.getByLabel("Причина").first(), colleague, Pattern.compile("^Другое$"));
        button(finish, "Далее").click();
        assertThat(finish.getByText("Для этой причины нужно пояснение")).isVisible();
        finish.getByLabel("Пояснение").fill("Пациент не взял с собой выписку");
        button(finish, "Далее").click();
        assertThat(heading(colleague, "Завершена без заключения")).isVisible();
        assertThat(section(colleague, "Завершена без заключения")).containsText("Пациент не взял с собой выписку");
        Browser.picture(colleague, "life-4-closed");
        assertThat(patient.getByLabel("Сообщение врачу")).hasCount(0);
        assertThat(button(colleague, "Возобновить заявку")).hasCount(0);
        assertThat(row(doctor, number)).hasCount(0);
        button(doctor, LOCK).click();
        assertThat(row(doctor, number)).containsText("Исполнена");

        // reopened by whoever has that right
        row(doctor, number).getByRole(AriaRole.LINK).first().click();
        button(doctor, "Возобновить заявку").click();
        Locator reopen = dialog(doctor, "Возобновить заявку");
        button(reopen, "Возобновить").click();
        assertThat(reopen.getByText("Напишите, почему заявка возобновляется")).isVisible();
        reopen.getByLabel("Причина возобновления").fill("Выписка нашлась");
        button(reopen, "Возобновить").click();
        assertThat(seen(doctor, "Заявка возобновлена, чат открыт")).isVisible();
        assertThat(button(colleague, "Завершение без заключения")).isVisible();
        Locator answer = patient.getByLabel("Сообщение врачу");
        assertThat(answer).isVisible();
        answer.fill("Присылаю выписку");
        button(patient, "Отправить").click();
        colleague.navigate("/messages/" + id);
        assertThat(seen(colleague, "Присылаю выписку")).isVisible();
        assertThat(words).isVisible();

        // cancelled
        button(doctor, "Отменить заявку").click();
        Locator cancel = dialog(doctor, "Отменить заявку");
        button(cancel, "Отменить заявку").click();
        assertThat(cancel.getByText("Напишите, почему заявка отменяется")).isVisible();
        cancel.getByLabel("Причина отмены").fill("Пациент обратился очно");
        button(cancel, "Отменить заявку").click();
        assertThat(section(doctor, "Отменена")).containsText("Пациент обратился очно");
        assertThat(answer).hasCount(0);
        assertThat(words).hasCount(0);

        // who did what and why
        Locator whole =
                doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Вся история")));
        whole.click();
        Locator history = section(doctor, "История");
        for (String entry : List.of(
                "Передана другому сотруднику",
                "Ухожу в отпуск",
                "Приём перенесён",
                "Конференция",
                "Заявка исполнена",
                "Заявка возобновлена",
                "Выписка нашлась",
                "Заявка отменена",
                "Пациент обратился очно",
                "Щербаков П. И.",
                "Орлова В. С.")) {
            assertThat(history).containsText(entry);
        }
        assertThat(history).not().containsText("Другое событие");
        Browser.picture(doctor, "life-5-history");

        // once more, with everything that is known
        button(doctor, "Подать повторную заявку").click();
        doctor.waitForURL("**/new/*");
        assertThat(heading(doctor, "Выбран пациент")).isVisible();
        assertThat(seen(doctor, filed.path("patientName").asText())).isVisible();
        button(doctor, "Далее").click();
        assertThat(doctor.getByLabel("Электронная почта пациента")).hasValue("patient@example.org");
        button(doctor, "Далее").click();
        assertThat(doctor.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Орлова"))))
                .isChecked();
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Время приёма")).isVisible();
        doctor.locator("label.slot").last().click();
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Заявка подана")).isVisible();
        assertThat(seen(doctor, number)).hasCount(0);

        assertEquals(List.of(), browser.complaints);
    }

    @Proves({"S080", "S081", "S082", "S101", "S102", "S151"})
    @Test
    void aListIsSearchedFilteredAndSorted() {
        String surname = "Ёжиков";
        List<String> starts = Consultations.freeSlots(doctorApi, Consultations.accountOf(doctorApi), 20).stream()
                .sorted()
                .toList();
        String soon = number(represented(surname, starts.subList(0, starts.size() / 2)));
        String late = number(represented(surname, starts.subList(starts.size() / 2, starts.size())));
        Page doctor = browser.desktop();
        logIn(doctor, Demo.DOCTOR);
        assertThat(heading(doctor, "Входящие")).isVisible();
        menuLink(doctor, "Заявки").click();
        assertThat(heading(doctor, "Заявки")).isVisible();
        Locator search = doctor.getByPlaceholder(SEARCH);

        // by any word, whatever its case, ё as е, and in the wrong keyboard layout
        for (String typed :
                List.of("Ёжиков", "ежиков", "ЁЖИ", "t;brjd", "`;brjd", "кузнецова ежиков", "RepytwjdF t;brjd")) {
            search.fill(typed);
            assertThat(row(doctor, soon)).isVisible();
            assertThat(row(doctor, late)).isVisible();
        }
        // a number with and without what separates it
        for (String typed : List.of(soon, soon.replace("-", ""), soon.replace("-", " "))) {
            search.fill(typed);
            assertThat(row(doctor, soon)).isVisible();
            assertThat(row(doctor, late)).hasCount(0);
        }
        search.fill("ежикова");
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();

        // order
        search.fill(surname);
        Locator numbers = doctor.getByRole(AriaRole.ROW).getByText(Pattern.compile("^(" + soon + "|" + late + ")$"));
        assertThat(numbers).hasText(new String[] {late, soon});
        choose(doctor.getByRole(AriaRole.COMBOBOX, named("Порядок")), doctor, Pattern.compile("^Сначала срочные$"));
        assertThat(numbers).hasText(new String[] {soon, late});
        Browser.picture(doctor, "life-6-sorted");

        // consultant
        Locator consultant = doctor.getByRole(AriaRole.COMBOBOX, named("Консультант"));
        consultant.fill("орлова");
        doctor.getByRole(AriaRole.OPTION, named("Орлова Вера Сергеевна")).click();
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        consultant.fill("щерб");
        doctor.getByRole(AriaRole.OPTION, named("Щербаков Пётр Ильич")).click();
        assertThat(numbers).hasText(new String[] {soon, late});

        // profile
        Locator profile = doctor.getByRole(AriaRole.COMBOBOX, named("Профиль"));
        choose(profile, doctor, Pattern.compile("^Кардиология$"));
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        choose(profile, doctor, Pattern.compile("^Педиатрия$"));
        assertThat(numbers).hasCount(2);

        // days of the submission
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Moscow"));
        doctor.getByLabel("Поданы с").fill(today.plusDays(1).toString());
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        doctor.getByLabel("Поданы с").fill(today.minusDays(1).toString());
        assertThat(numbers).hasCount(2);

        // states; the filters outlive a look at a request
        row(doctor, soon).getByRole(AriaRole.LINK).first().click();
        button(doctor, "Отменить заявку").click();
        Locator cancel = dialog(doctor, "Отменить заявку");
        cancel.getByLabel("Причина отмены").fill("Подана по ошибке");
        button(cancel, "Отменить заявку").click();
        assertThat(heading(doctor, "Отменена")).isVisible();
        doctor.goBack();
        assertThat(numbers).hasText(new String[] {late});
        Locator states = doctor.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Состояние"));
        button(states, "Отменена").click();
        assertThat(numbers).hasText(new String[] {soon});
        assertThat(button(doctor, LOCK)).hasAttribute("aria-pressed", "true");
        button(states, "В работе").click();
        assertThat(numbers).hasText(new String[] {late});
        button(states, "В работе").click();
        // active ones before closed ones, whatever the order
        assertThat(numbers).hasText(new String[] {late, soon});
        Browser.picture(doctor, "life-7-filters");
        button(doctor, LOCK).click();
        assertThat(numbers).hasText(new String[] {late});

        assertEquals(List.of(), browser.complaints);
    }

    @Proves({"S059", "S092"})
    @Test
    void noBundledRouteAsksForMedicalDataAsTheManualOnceDid() {
        for (String route : List.of(
                "general.patient", "general.patient-covid", "general.representative", "general.representative-covid")) {
            JsonNode offered = find(doctorApi.get("/api/requests/routes").ok(), route);
            String draft = Ids.next();
            JsonNode begun = doctorApi
                    .post(
                            "/api/requests/drafts",
                            Map.of(
                                    "id",
                                    draft,
                                    "routeId",
                                    route,
                                    "profile",
                                    offered.path("profiles")
                                            .path(0)
                                            .path("code")
                                            .asText()))
                    .ok();
            assertEquals(
                    "[\"PERSON\",\"CONTACT\",\"CONSULTANT\",\"SLOT\"]",
                    begun.path("steps").toString(),
                    route);
            doctorApi.delete("/api/requests/drafts/" + draft).ok();
        }
    }

    private static JsonNode find(JsonNode routes, String id) {
        for (JsonNode route : routes) {
            if (route.path("id").asText().equals(id)) {
                return route;
            }
        }
        throw new AssertionError("no route " + id);
    }

    /** With the doctor himself, at a time when the colleague is free as well. */
    private String fileWhenBothAreFree(Api colleague) {
        String doctor = Consultations.accountOf(doctorApi);
        String other = Consultations.accountOf(colleague);
        Collection<String> both = new TreeSet<>(Consultations.freeSlots(doctorApi, doctor, 20));
        both.retainAll(Consultations.freeSlots(doctorApi, other, 20));
        String draft = Consultations.draft(doctorApi, PERSON);
        for (String start : both) {
            if (Consultations.submit(doctorApi, draft, doctor, start).status() == 201) {
                Consultations.awaitChat(doctorApi, draft);
                return draft;
            }
        }
        throw new AssertionError("no time when both are free");
    }

    /** A request for a child of that surname at one of these times. */
    private String represented(String surname, List<String> starts) {
        String draft = Ids.next();
        JsonNode begun = doctorApi
                .post("/api/requests/drafts", Map.of("id", draft, "routeId", "general.representative", "profile", "68"))
                .ok();
        Map<String, Object> child = new LinkedHashMap<>();
        child.put("surname", surname);
        child.put("name", "Пётр");
        child.put("patronymic", null);
        child.put("birthDate", "2021-05-09");
        child.put("sex", "MALE");
        child.put("snils", null);
        child.put("policy", null);
        child.put("relation", "мать");
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("version", begun.path("version").asInt());
        change.put("step", "SLOT");
        change.put("personId", "demo-maria");
        change.put("represented", child);
        change.put("email", "maria@example.org");
        change.put("comment", null);
        change.put("consultantId", null);
        doctorApi.put("/api/requests/drafts/" + draft, change).ok();
        String doctor = Consultations.accountOf(doctorApi);
        for (String start : starts) {
            if (Consultations.submit(doctorApi, draft, doctor, start).status() == 201) {
                return draft;
            }
        }
        throw new AssertionError("no free time");
    }

    private String number(String id) {
        return request(id).path("number").asText();
    }

    private JsonNode request(String id) {
        return doctorApi.get("/api/requests/" + id).ok();
    }

    private static Demo.Person person(JsonNode request) {
        JsonNode person = request.path("person");
        String policy = person.path("policy").asText();
        return new Demo.Person(
                person.path("personId").asText(),
                person.path("surname").asText(),
                request.path("patientName").asText(),
                person.path("snils").asText(),
                policy,
                person.path("birthDate").asText(),
                policy.substring(policy.length() - 4));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
