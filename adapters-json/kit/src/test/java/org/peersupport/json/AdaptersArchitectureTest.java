package org.peersupport.json;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of the adapters: codec below studies and records, and the kit beside them. */
@AnalyzeClasses(
    packages = "org.peersupport.json",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AdaptersArchitectureTest {
  private static final String STUDIES = "org.peersupport.json.studies..";
  private static final String LEDGER = "org.peersupport.json.ledger..";
  private static final String DEIDENTIFICATION = "org.peersupport.json.deidentification..";
  private static final String KIT = "org.peersupport.json.certification..";
  private static final String[] STUDY = {
    "org.peersupport.analysis..", "org.peersupport.audit..", "org.peersupport.simulation.."
  };

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.peersupport.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_codec_knows_none_of_the_others =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.peersupport.json",
              "org.peersupport.json.data..",
              "org.peersupport.json.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STUDIES, LEDGER, DEIDENTIFICATION, KIT);

  @ArchTest
  static final ArchRule only_studies_and_the_kit_need_the_study =
      noClasses()
          .that()
          .resideOutsideOfPackages(STUDIES, KIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STUDY);

  @ArchTest
  static final ArchRule one_class_has_a_logger =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.peersupport.json.internal.CodecLog")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.slf4j..");

  @ArchTest
  static final ArchRule adapters_see_nothing_internal_of_the_core =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.peersupport.internal..");
}
