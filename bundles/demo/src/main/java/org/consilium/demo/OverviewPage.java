package org.consilium.demo;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery.Kind;

/** How to try the product: the story, the accounts, the people who can be searched for. */
final class OverviewPage {
    private static final int REFRESH_SECONDS = 3;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private record Shown(Person person, String why) {}

    private static final List<Shown> PEOPLE = List.of(
            new Shown(WellKnownPeople.ANNA, "находится по любому из трёх номеров"),
            new Shown(WellKnownPeople.KONSTANTIN, "ещё один пациент, с длинным именем"),
            new Shown(WellKnownPeople.MARIA, "законный представитель: мать Михаила"),
            new Shown(
                    WellKnownPeople.MISHA,
                    "ребёнок, паспорта ещё нет; в заявке представителя его данные вводятся вручную"),
            new Shown(WellKnownPeople.ZINAIDA, "нет СНИЛС, полис старого образца"),
            new Shown(WellKnownPeople.MIN, "известен только паспорт"),
            new Shown(WellKnownPeople.ANDREI, "по этому СНИЛС находятся две записи"),
            new Shown(WellKnownPeople.ANDREI_AGAIN, "вторая запись с тем же СНИЛС"));

    /** @param people how many people the registry gets */
    String render(DemoSeed.Progress progress, int people) {
        return Frame.OVERVIEW.around(
                state(progress, people) + story() + accounts() + people(),
                progress == DemoSeed.Progress.READY ? 0 : REFRESH_SECONDS);
    }

    private static String state(DemoSeed.Progress progress, int people) {
        String state =
                switch (progress) {
                    case READY -> "<span class=\"state\">Данные готовы</span>";
                    case WORKING -> "<span class=\"state working\">Данные создаются…</span>";
                };
        return """
                <p>%s</p>
                <p class="note">Все люди, организации и номера вымышлены (в регистре — %s человек). \
                Демонстрация доступна только с этого компьютера; не вводите в неё данные настоящих пациентов.</p>
                """
                .formatted(state, NumberFormat.getIntegerInstance(RUSSIAN).format(people));
    }

    private static String story() {
        return """
                <section>
                <h2>Одна консультация от начала до конца</h2>
                <ol>
                <li><a href="/" target="_blank" rel="noopener">Войдите</a> как врач: логин <code>shcherbakov</code>, пароль <code>%1$s</code>.</li>
                <li>«Подать заявку» → «Общие» → «Консультация пациента» → профиль «Терапия» → «Далее».</li>
                <li>Найдите пациента по СНИЛС <code>%2$s</code> и нажмите «Выбрать». Укажите любую электронную почту: письма никуда не уходят.</li>
                <li>Выберите консультанта и время. Орлова В. С. принимает круглосуточно; можно выбрать и самого себя.</li>
                <li>Откройте <a href="/demo/mail" target="_blank" rel="noopener">«Письма»</a> и перейдите по личной ссылке — так в консультацию входит пациент, \
                без логина и пароля. Дата рождения: <code>%3$s</code>, последние четыре цифры полиса: <code>%4$s</code> (или СНИЛС: <code>%5$s</code>).</li>
                <li>Пишите друг другу и обменивайтесь файлами: врач — в «Сообщениях», пациент — на своей странице.</li>
                <li>Из шапки чата перейдите к заявке → «Завершение без заключения» → укажите причину. Чат сразу закрыт для записи, \
                заявка находится среди исполненных.</li>
                </ol>
                <p class="note">Законный представитель: «Консультация законного представителя пациента», представитель — Кузнецова М. А., \
                СНИЛС <code>%6$s</code>; данные ребёнка вводятся вручную.</p>
                </section>
                """
                .formatted(
                        DemoAccount.PASSWORD,
                        shown(Kind.SNILS, WellKnownPeople.ANNA.snils()),
                        date(WellKnownPeople.ANNA.birthDate()),
                        lastFour(WellKnownPeople.ANNA.policy()),
                        lastFour(WellKnownPeople.ANNA.snils()),
                        shown(Kind.SNILS, WellKnownPeople.MARIA.snils()));
    }

    private static String accounts() {
        StringBuilder rows = new StringBuilder();
        for (DemoAccount account : DemoAccount.ALL) {
            rows.append("<tr><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                    .formatted(
                            account.login(),
                            Html.text(account.fullName()),
                            Html.text(account.position()),
                            Html.text(account.organisation()),
                            Html.text(account.use())));
        }
        return """
                <section>
                <h2>Учётные записи</h2>
                <p>Пароль у всех один: <code>%s</code></p>
                <div class="scroll" tabindex="0" role="region" aria-label="Учётные записи"><table>
                <thead><tr><th scope="col">Логин</th><th scope="col">Кто</th><th scope="col">Должность</th>\
                <th scope="col">Организация</th><th scope="col">Для чего</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>
                </section>
                """
                .formatted(DemoAccount.PASSWORD, rows);
    }

    private static String people() {
        StringBuilder rows = new StringBuilder();
        for (Shown shown : PEOPLE) {
            Person person = shown.person();
            rows.append("<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td>%s%s%s<td>%s</td></tr>\n"
                    .formatted(
                            Html.text(fullName(person)),
                            date(person.birthDate()),
                            number(Kind.SNILS, person.snils()),
                            number(Kind.POLICY, person.policy()),
                            number(Kind.PASSPORT, person.passport()),
                            Html.text(shown.why())));
        }
        return """
                <section>
                <h2>Кого искать в регистре</h2>
                <div class="scroll" tabindex="0" role="region" aria-label="Кого искать в регистре"><table>
                <thead><tr><th scope="col">Фамилия, имя, отчество</th><th scope="col">Дата рождения</th><th scope="col">СНИЛС</th>\
                <th scope="col">Полис ОМС</th><th scope="col">Паспорт</th><th scope="col">Что показывает</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>
                <p class="note">Никого не находит СНИЛС <code>%s</code>. Неверное контрольное число: <code>%s</code> — \
                система предупредит, но поищет.</p>
                </section>
                """
                .formatted(
                        rows,
                        shown(Kind.SNILS, WellKnownPeople.NOBODYS_SNILS),
                        shown(Kind.SNILS, WellKnownPeople.WRONG_SNILS));
    }

    private static String number(Kind kind, String number) {
        return number == null
                ? "<td class=\"none\">нет</td>"
                : "<td><code>%s</code></td>".formatted(Html.text(shown(kind, number)));
    }

    private static String shown(Kind kind, String number) {
        return Identifiers.display(kind, Identifiers.normalise(kind, number).orElseThrow());
    }

    private static String lastFour(String number) {
        return number.substring(number.length() - 4);
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }

    private static String fullName(Person person) {
        return person.patronymic() == null
                ? person.surname() + " " + person.name()
                : person.surname() + " " + person.name() + " " + person.patronymic();
    }
}
