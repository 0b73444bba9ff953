package org.consilium.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the tree (docs/architecture.md, "Allowed arrows") that the compiler does not know. */
class TreeIT {
    private static final Path BUNDLES =
            Path.of(System.getProperty("consilium.root", "..")).resolve("bundles");
    private static final String JAVA = "java..";

    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> found = Files.find(
                BUNDLES, 5, (path, attributes) -> path.endsWith("target/classes") && attributes.isDirectory())) {
            classes = new ClassFileImporter()
                    .importPaths(found.filter(path -> !path.toString().contains("platform/test"))
                            .toList());
        }
        assertTrue(classes.size() > 200, "only " + classes.size() + " classes were found: build the bundles first");
    }

    @Test
    void anApiKnowsTheKernelAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("org.consilium.*.api..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.consilium.kernel..", "org.consilium.*.api..", JAVA, "org.osgi.annotation..")
                .check(classes);
    }

    @Test
    void theKernelKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("org.consilium.kernel..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.consilium.kernel..", JAVA, "org.osgi.annotation..")
                .check(classes);
    }

    @Test
    void thePlatformKnowsNoDomain() {
        noClasses()
                .that()
                .resideInAPackage("org.consilium.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.consilium.*.api..", "org.consilium.*.provider..")
                .check(classes);
    }

    @Test
    void noProviderKnowsAnother() {
        for (String domain : List.of(
                "identity",
                "requests",
                "registry",
                "scheduling",
                "chat",
                "conferencing",
                "documents",
                "notifications",
                "signing")) {
            noClasses()
                    .that()
                    .resideInAPackage("org.consilium." + domain + "..")
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "of another provider",
                            type -> type.getPackageName().startsWith("org.consilium.")
                                    && type.getPackageName().contains(".provider")
                                    && !type.getPackageName().startsWith("org.consilium." + domain + ".")))
                    .check(classes);
        }
    }

    @Test
    void entityManagersStayInRepositories() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .resideInAPackage("org.consilium..provider..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.persistence.EntityManager")
                .check(classes);
    }

    @Test
    void theNewNamespaceIsBannedUntilAllOfItMoves() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..")
                .check(classes);
    }

    @Test
    void everyUnitIsReadFreshAndSilentAboutValues() throws IOException {
        List<Path> units;
        try (Stream<Path> found = Files.find(
                BUNDLES, 8, (path, attributes) -> path.endsWith("src/main/resources/META-INF/persistence.xml"))) {
            units = found.toList();
        }
        assertTrue(units.size() >= 9, "only " + units);
        for (Path unit : units) {
            String text = Files.readString(unit);
            for (String needed : List.of(
                    "transaction-type=\"JTA\"",
                    "<shared-cache-mode>NONE</shared-cache-mode>",
                    "name=\"eclipselink.weaving\" value=\"false\"",
                    "name=\"eclipselink.logging.parameters\" value=\"false\"",
                    "name=\"javax.persistence.schema-generation.database.action\" value=\"none\"")) {
                assertTrue(text.contains(needed), unit + " lacks " + needed);
            }
        }
    }

    @Test
    void aMigrationHoldsOneStatement() throws IOException {
        try (Stream<Path> found = Files.find(BUNDLES, 9, (path, attributes) -> path.toString()
                .matches(".*src/main/resources/db/migration/.*\\.sql"))) {
            for (Path script : found.toList()) {
                String sql = Files.readString(script).replaceAll("--[^\n]*", "").strip();
                assertEquals(
                        1,
                        Stream.of(sql.split(";"))
                                .filter(part -> !part.isBlank())
                                .count(),
                        script + ": H2 cannot roll DDL back");
            }
        }
    }

    @Test
    void noBundleImportsOptionally() throws IOException {
        TreeSet<String> optional = new TreeSet<>();
        try (Stream<Path> found =
                Files.find(BUNDLES, 5, (path, attributes) -> path.endsWith("target/classes/META-INF/MANIFEST.MF"))) {
            for (Path manifest : found.toList()) {
                String imports = Files.readString(manifest)
                        .replace("\r\n ", "")
                        .replace("\n ", "")
                        .lines()
                        .filter(line -> line.startsWith("Import-Package:"))
                        .findFirst()
                        .orElse("");
                if (imports.contains("resolution:=optional")
                        && !manifest.toString().contains("platform/persistence")) {
                    optional.add(manifest.toString());
                }
            }
        }
        // platform/persistence embeds Flyway, whose optional parts are never installed; it is swapped with the platform
        // only.
        assertTrue(optional.isEmpty(), "installing or removing another bundle would re-wire " + optional);
        assertFalse(Files.notExists(BUNDLES));
    }
}
