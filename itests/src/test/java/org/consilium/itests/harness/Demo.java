package org.consilium.itests.harness;

/** The demo's accounts and people that the stories use; made by the demo bundle, shown at /demo. */
public final class Demo {
    /** A demo account. */
    public record Account(String login, String password) {}

    /** A well-known synthetic person of the registry. */
    public record Person(
            String id,
            String surname,
            String fullName,
            String snils,
            String policy,
            String birthDate,
            String lastFour) {}

    private static final String PASSWORD = "demo-2026";

    /** A doctor of the first organisation. */
    public static final Account DOCTOR = new Account("shcherbakov", PASSWORD);
    /** On duty around the clock, the same organisation. */
    public static final Account COLLEAGUE = new Account("orlova", PASSWORD);
    /** The same organisation, never a participant in the stories. */
    public static final Account BYSTANDER = new Account("belov", PASSWORD);
    /** The same organisation; the story in the browser is hers alone, so that her counters are predictable. */
    public static final Account CARDIOLOGIST = new Account("morozova", PASSWORD);
    /** The same organisation; consults the representatives of children, in a story of her own. */
    public static final Account PAEDIATRICIAN = new Account("gromova", PASSWORD);
    /** The same organisation; consults by the COVID route, in the stories of the screens. */
    public static final Account INFECTIONIST = new Account("lebedev", PASSWORD);
    /** A doctor of another organisation. */
    public static final Account STRANGER = new Account("kim", PASSWORD);
    /** Of that other organisation: asks a doctor, coordinates, answers; the story of the stages is theirs. */
    public static final Account ASKING = new Account("habibullina", PASSWORD);

    public static final Account COORDINATOR = new Account("sokolova", PASSWORD);
    public static final Account ANSWERING = new Account("volkov", PASSWORD);
    /** Staff without the role of a doctor. */
    public static final Account OPERATOR = new Account("operator", PASSWORD);

    public static final Person ANNA = new Person(
            "demo-anna",
            "Иванова",
            "Иванова Анна Петровна",
            "112-233-445 95",
            "2657020837000348",
            "1985-03-14",
            "0348");
    public static final Person KONSTANTIN = new Person(
            "demo-konstantin",
            "Добровольский",
            "Добровольский Константин Станиславович",
            "160-001-483 92",
            "5598718357093420",
            "1957-11-02",
            "3420");

    private Demo() {}
}
