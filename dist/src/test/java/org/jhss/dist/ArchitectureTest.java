// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house that Maven's modules cannot hold by themselves. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.jhss");
    }

    @Test
    void lettuce_stays_in_platform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jhss.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lettuce..")
                .check(house);
    }

    @Test
    void hibernate_stays_in_store() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.jhss.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(house);
    }

    @Test
    void sql_stays_in_store() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.jhss.store..", "org.jhss.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(house);
    }

    @Test
    void jdiameter_stays_in_sim() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jhss.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdiameter..", "io.quarkiverse.jdiameter..")
                .check(house);
    }

    @Test
    void sockets_stay_in_the_diameter_service() {
        noClasses()
                .that()
                .resideInAnyPackage("org.jhss.hss..", "org.jhss.store..", "org.jhss.aka..", "org.jhss.diameter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(house);
    }

    @Test
    void codec_and_aka_know_nothing_of_ours() {
        classes()
                .that()
                .resideInAnyPackage("org.jhss.diameter..", "org.jhss.aka..", "org.jhss.identity..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.jhss.platform..",
                        "org.jhss.store..",
                        "org.jhss.hss..",
                        "org.jhss.peer..",
                        "org.jhss.cli..")
                .check(house);
    }

    @Test
    void services_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("org.jhss.hss..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jhss.peer..")
                .check(house);
    }

    @Test
    void no_package_cycles() {
        slices().matching("org.jhss.(**)").should().beFreeOfCycles().check(house);
    }
}
