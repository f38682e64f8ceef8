package org.peersupport.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The whole house, which the workbench sees: no cycles, and nothing that needs an example. */
@AnalyzeClasses(packages = "org.peersupport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EXAMPLES = {
    "org.peersupport.workbench..", "org.peersupport.quickstart.."
  };

  /** Sealed types, with what their subtypes must name. */
  private static final Set<String> SEALED =
      Set.of(
          // who speaks, and in which session, is common to both; a copy of a command names each
          // type
          "Command CommandCopy Common Event",
          // a refusal explains itself, may hold that of a later event, and can be thrown
          "Correction Decision Explanations Refusal RefusedException",
          // a state of the engine answers with a state or a denial, and remembers the answer
          "CompiledProtocol Denial Enforcement EngineState Transition");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.peersupport.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_needs_an_example =
      noClasses()
          .that()
          .resideOutsideOfPackages(EXAMPLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EXAMPLES);

  @ArchTest
  static void files_have_no_cycles_but_sealed_families(JavaClasses classes) {
    Set<SortedSet<String>> cycles = FileCycles.of(classes);

    assertThat(cycles.stream().map(ArchitectureTest::names))
        .containsExactlyInAnyOrderElementsOf(SEALED);
    assertThat(cycles).allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(5));
  }

  /** The simple names of a cycle. */
  private static String names(SortedSet<String> cycle) {
    return cycle.stream()
        .map(file -> file.substring(file.lastIndexOf('.') + 1))
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
