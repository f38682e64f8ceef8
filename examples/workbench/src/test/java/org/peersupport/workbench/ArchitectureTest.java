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
import java.util.TreeSet;
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
          // who speaks, and in which session, is common to both
          "Command Common Event",
          // a refusal explains itself, may hold that of a later event, and can be thrown
          "Correction Decision Explanations Refusal RefusedException",
          // a state of the engine answers with a state or a denial, and remembers the answer
          "CompiledProtocol Denial Enforcement EngineState Transition");

  /** A type and the files that make it, for the method on it that callers use. */
  private static final Set<String> MADE =
      Set.of(
          "Picture PictureMaker");

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
  static void files_have_no_cycles_but_those_with_a_reason(JavaClasses classes) {
    Set<String> allowed = new TreeSet<>(SEALED);
    allowed.addAll(MADE);

    Set<SortedSet<String>> cycles = FileCycles.of(classes);

    assertThat(cycles.stream().map(ArchitectureTest::names))
        .containsExactlyInAnyOrderElementsOf(allowed);
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
