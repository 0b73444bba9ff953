package org.consilium.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.kernel.Caller;

/**
 * An account to try.
 *
 * @param home the organisation's place in {@link #ORGANISATIONS}
 * @param profiles codes of НСИ 1.2.643.5.1.13.13.11.1119 as the bundled routes name them
 * @param speciality {@code null} for none
 * @param hours when the schedule offers visits, {@code null} for never
 * @param use what the account is good for, in Russian
 */
record DemoAccount(
        String login,
        String surname,
        String name,
        String patronymic,
        int home,
        String position,
        String speciality,
        Set<String> profiles,
        Set<String> roles,
        Hours hours,
        String use) {
    /** The one password of all of them. */
    static final String PASSWORD = "demo-2026";

    static final List<String> ORGANISATIONS =
            List.of("Городская поликлиника «Северная»", "Клиническая больница «Озёрная»");

    private static final String THERAPY = "97";
    private static final String CARDIOLOGY = "29";
    private static final String NEUROLOGY = "53";
    private static final String INFECTIONS = "28";
    private static final String ENDOCRINOLOGY = "122";
    private static final String PULMONOLOGY = "75";
    private static final String GASTROENTEROLOGY = "11";
    private static final String OTORHINOLARYNGOLOGY = "162";
    private static final String DERMATOLOGY = "16";
    private static final String PAEDIATRICS = "68";
    private static final String ALLERGOLOGY = "4";
    private static final String CHILD_CARDIOLOGY = "17";
    private static final String CHILD_ENDOCRINOLOGY = "21";
    private static final String CHILD_SURGERY = "20";

    /** Whoever is on duty consults in every profile, so that each route can be tried at any hour in both organisations. */
    static final Set<String> EVERY_PROFILE = Set.of(
            THERAPY,
            CARDIOLOGY,
            NEUROLOGY,
            INFECTIONS,
            ENDOCRINOLOGY,
            PULMONOLOGY,
            GASTROENTEROLOGY,
            OTORHINOLARYNGOLOGY,
            DERMATOLOGY,
            PAEDIATRICS,
            ALLERGOLOGY,
            CHILD_CARDIOLOGY,
            CHILD_ENDOCRINOLOGY,
            CHILD_SURGERY);

    static final List<DemoAccount> ALL = List.of(
            doctor(
                            "shcherbakov",
                            "Щербаков",
                            "Пётр",
                            "Ильич",
                            0,
                            "Врач-терапевт",
                            "Терапия",
                            Set.of(THERAPY, PULMONOLOGY),
                            Hours.WEEKDAYS,
                            "подаёт заявки и консультирует; начните с него")
                    .and(Caller.REOPENER),
            doctor(
                    "orlova",
                    "Орлова",
                    "Вера",
                    "Сергеевна",
                    0,
                    "Дежурный врач",
                    "Терапия",
                    EVERY_PROFILE,
                    Hours.ROUND_THE_CLOCK,
                    "консультирует по всем профилям круглосуточно"),
            doctor(
                    "morozova",
                    "Морозова",
                    "Елена",
                    "Викторовна",
                    0,
                    "Врач-кардиолог",
                    "Кардиология",
                    Set.of(CARDIOLOGY),
                    Hours.WEEKDAYS,
                    "консультирует по будням"),
            doctor(
                    "belov",
                    "Белов",
                    "Дмитрий",
                    "Андреевич",
                    0,
                    "Врач-невролог",
                    "Неврология",
                    Set.of(NEUROLOGY),
                    Hours.WEEKDAYS,
                    "консультирует по будням"),
            doctor(
                    "gromova",
                    "Громова",
                    "Ирина",
                    "Олеговна",
                    0,
                    "Врач-педиатр",
                    "Педиатрия",
                    Set.of(PAEDIATRICS, CHILD_CARDIOLOGY, CHILD_ENDOCRINOLOGY),
                    Hours.WEEKDAYS,
                    "консультирует законных представителей детей"),
            doctor(
                    "lebedev",
                    "Лебедев",
                    "Николай",
                    "Павлович",
                    0,
                    "Врач-инфекционист",
                    "Инфекционные болезни",
                    Set.of(INFECTIONS, PULMONOLOGY),
                    Hours.WEEKDAYS,
                    "консультирует по маршруту COVID-19"),
            doctor(
                    "kim",
                    "Ким",
                    "Алексей",
                    "Викторович",
                    1,
                    "Врач-эндокринолог",
                    "Эндокринология",
                    Set.of(ENDOCRINOLOGY, GASTROENTEROLOGY, THERAPY),
                    Hours.WEEKDAYS,
                    "врач другой организации: чужих заявок не видит"),
            doctor(
                    "habibullina",
                    "Хабибуллина",
                    "Гульнара",
                    "Рашидовна",
                    1,
                    "Врач-дерматовенеролог",
                    "Дерматовенерология",
                    Set.of(DERMATOLOGY, OTORHINOLARYNGOLOGY, ALLERGOLOGY),
                    Hours.WEEKDAYS,
                    "консультирует по будням"),
            doctor(
                    "volkov",
                    "Волков",
                    "Андрей",
                    "Юрьевич",
                    1,
                    "Дежурный врач",
                    "Терапия",
                    EVERY_PROFILE,
                    Hours.ROUND_THE_CLOCK,
                    "консультирует по всем профилям круглосуточно"),
            doctor(
                            "sokolova",
                            "Соколова",
                            "Марина",
                            "Игоревна",
                            1,
                            "Заведующая консультативным отделением",
                            "Терапия",
                            Set.of(),
                            null,
                            "координатор: принимает вопросы врачей и назначает консультанта или возвращает их")
                    .and(Caller.COORDINATOR),
            new DemoAccount(
                    "scheduler",
                    "Никитина",
                    "Светлана",
                    "Юрьевна",
                    0,
                    "Администратор расписания",
                    null,
                    Set.of(),
                    Set.of(Caller.SCHEDULER),
                    null,
                    "ведёт расписание всех врачей поликлиники"),
            new DemoAccount(
                    "operator",
                    "Фёдорова",
                    "Ольга",
                    "Борисовна",
                    0,
                    "Оператор системы",
                    null,
                    Set.of(),
                    Set.of(Caller.OPERATOR),
                    null,
                    "настройки и состояние системы, без медицинских данных"));

    /** When a doctor takes visits. */
    enum Hours {
        WEEKDAYS("Приём по будням", List.of(1, 2, 3, 4, 5), "09:00", "17:00"),
        ROUND_THE_CLOCK("Дежурство круглосуточно", List.of(1, 2, 3, 4, 5, 6, 7), "00:00", "24:00");

        static final int SLOT_MINUTES = 20;

        final String title;
        final List<Integer> weekdays;
        final String start;
        final String end;

        Hours(String title, List<Integer> weekdays, String start, String end) {
            this.title = title;
            this.weekdays = weekdays;
            this.start = start;
            this.end = end;
        }
    }

    String fullName() {
        return surname + " " + name + " " + patronymic;
    }

    String organisation() {
        return ORGANISATIONS.get(home);
    }

    /** The same with a further role. */
    private DemoAccount and(String role) {
        Set<String> more = new HashSet<>(roles);
        more.add(role);
        return new DemoAccount(
                login, surname, name, patronymic, home, position, speciality, profiles, more, hours, use);
    }

    private static DemoAccount doctor(
            String login,
            String surname,
            String name,
            String patronymic,
            int home,
            String position,
            String speciality,
            Set<String> profiles,
            Hours hours,
            String use) {
        return new DemoAccount(
                login,
                surname,
                name,
                patronymic,
                home,
                position,
                speciality,
                profiles,
                Set.of(Caller.DOCTOR),
                hours,
                use);
    }
}
