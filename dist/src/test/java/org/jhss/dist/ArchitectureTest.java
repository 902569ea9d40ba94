// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house that Maven's modules cannot hold by themselves. */
@AnalyzeClasses(packages = "org.jhss", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule lettuce_stays_in_platform = noClasses()
            .that()
            .resideOutsideOfPackage("org.jhss.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lettuce..");

    @ArchTest
    static final ArchRule hibernate_stays_in_store = noClasses()
            .that()
            .resideOutsideOfPackages("org.jhss.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule sql_stays_in_store = noClasses()
            .that()
            .resideOutsideOfPackages("org.jhss.store..", "org.jhss.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule jdiameter_stays_in_sim = noClasses()
            .that()
            .resideOutsideOfPackage("org.jhss.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdiameter..", "io.quarkiverse.jdiameter..");

    @ArchTest
    static final ArchRule sockets_stay_in_the_diameter_service = noClasses()
            .that()
            .resideInAnyPackage("org.jhss.hss..", "org.jhss.store..", "org.jhss.aka..", "org.jhss.diameter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule codec_and_aka_know_nothing_of_ours = classes()
            .that()
            .resideInAnyPackage("org.jhss.diameter..", "org.jhss.aka..", "org.jhss.identity..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.jhss.platform..", "org.jhss.store..", "org.jhss.hss..", "org.jhss.peer..", "org.jhss.cli..");

    @ArchTest
    static final ArchRule services_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("org.jhss.hss..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jhss.peer..");

    @ArchTest
    static final ArchRule no_package_cycles =
            slices().matching("org.jhss.(**)").should().beFreeOfCycles();
}
