package org.peersupport;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peersupport.analysis.Verification;
import org.peersupport.internal.EngineLog;
import org.peersupport.internal.automaton.StateSpaces;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.session.Sessions;

/** The directions of design in engine and study, and what neither may touch. */
@AnalyzeClasses(packages = "org.peersupport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String PROTOCOL = "org.peersupport.protocol..";
  private static final String ANALYSIS = "org.peersupport.analysis..";
  private static final String AUDIT = "org.peersupport.audit..";
  private static final String SIMULATION = "org.peersupport.simulation..";
  private static final String SESSION = "org.peersupport.session..";
  private static final String INTERNAL = "org.peersupport.internal..";
  private static final String ENGINE = "org.peersupport.internal.engine..";

  /** Automata and words, which know nothing of peer support. */
  private static final String[] GENERAL = {
    "org.peersupport.internal",
    "org.peersupport.internal.automaton..",
    "org.peersupport.internal.search..",
    "org.peersupport.internal.words.."
  };

  /** Read by the compiler; nothing of them is needed at run time. */
  private static final String[] ANNOTATIONS = {
    "org.jspecify..", "org.immutables..", "org.apiguardian.."
  };

  @ArchTest
  static final ArchRule protocols_know_nothing_of_sessions_and_their_engine =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat(resideInAnyPackage(SESSION, ENGINE));

  @ArchTest
  static final ArchRule what_happens_does_not_need_what_could_happen =
      noClasses()
          .that()
          .resideInAnyPackage(PROTOCOL, SESSION)
          .should()
          .dependOnClassesThat(resideInAnyPackage(ANALYSIS, AUDIT, SIMULATION));

  @ArchTest
  static final ArchRule what_did_happen_is_judged_by_the_engine_alone =
      noClasses()
          .that()
          .resideInAPackage(AUDIT)
          .should()
          .dependOnClassesThat(resideInAnyPackage(ANALYSIS, INTERNAL));

  @ArchTest
  static final ArchRule what_would_happen_needs_neither_proofs_nor_judgements =
      noClasses()
          .that()
          .resideInAPackage(SIMULATION)
          .should()
          .dependOnClassesThat(resideInAnyPackage(ANALYSIS, AUDIT));

  @ArchTest
  static final ArchRule automata_and_words_know_nothing_of_protocols_and_sessions =
      noClasses()
          .that()
          .resideInAnyPackage(GENERAL)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.peersupport..").and(not(resideInAnyPackage(GENERAL))));

  @ArchTest
  static final ArchRule the_engine_of_sessions_knows_protocols_and_automata_alone =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.peersupport..")
                  .and(not(resideInAnyPackage(PROTOCOL, ENGINE)))
                  .and(not(resideInAnyPackage(GENERAL))));

  @ArchTest
  static final ArchRule internal_knows_nothing_above_protocols =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL)
          .should()
          .dependOnClassesThat(resideInAnyPackage(SESSION, ANALYSIS, AUDIT, SIMULATION));

  @ArchTest
  static final ArchRule nothing_but_the_jdk_and_slf4j_is_needed =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.slf4j..", "org.peersupport..")
                  .or(resideInAnyPackage(ANNOTATIONS)));

  @ArchTest
  static final ArchRule of_the_jdk_only_the_base_module =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.util.logging..",
                  "java.util.prefs..",
                  "java.sql..",
                  "java.net.http..",
                  "java.beans..",
                  "java.rmi..",
                  "java.awt..",
                  "javax.."));

  @ArchTest
  static final ArchRule one_class_has_a_logger =
      noClasses()
          .that()
          .doNotBelongToAnyOf(EngineLog.class)
          .should()
          .dependOnClassesThat(in("org.slf4j.."));

  /** Neither what decides nor what folds events is among them. */
  @ArchTest
  static final ArchRule five_classes_log =
      classes()
          .that()
          .belongToAnyOf(EngineLog.class)
          .should()
          .onlyHaveDependentClassesThat()
          .belongToAnyOf(
              EngineLog.class,
              CompiledProtocol.class,
              ProtocolBuilder.class,
              Sessions.class,
              StateSpaces.class,
              Wording.class);

  /** The log alone reads a clock, to tell how long a protocol took to build. */
  @ArchTest
  static final ArchRule there_is_no_clock_no_chance_and_no_machine_in_it =
      noClasses()
          .that()
          .doNotBelongToAnyOf(EngineLog.class)
          .should()
          .accessTargetWhere(dependsOnTheMachine());

  @ArchTest
  static final ArchRule sessions_do_no_reflection_and_start_no_threads =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
                  .and(not(isCompilersOwn())));

  @ArchTest
  static final ArchRule no_internal_type_is_in_a_public_signature =
      classes()
          .that()
          .resideInAnyPackage(PROTOCOL, SESSION, ANALYSIS, AUDIT, SIMULATION)
          .and()
          .arePublic()
          .should(haveNoInternalTypeInTheirSignatures());

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.peersupport.(**)").should().beFreeOfCycles();

  @Test
  void the_engine_exports_two_packages_and_its_internals_to_our_own_modules() throws Exception {
    ModuleDescriptor engine = moduleOf(Sessions.class);

    assertThat(exports(engine))
        .containsExactly(
            "org.peersupport.internal.automaton[org.peersupport.study]",
            "org.peersupport.internal.engine[org.peersupport.study]",
            "org.peersupport.internal.words[org.peersupport.study]",
            "org.peersupport.internal[org.peersupport.study]",
            "org.peersupport.protocol[]",
            "org.peersupport.session[]");
    assertThat(needs(engine)).containsExactly("java.base", "org.slf4j");
  }

  @Test
  void the_study_exports_its_packages_and_nothing_else() throws Exception {
    ModuleDescriptor study = moduleOf(Verification.class);

    assertThat(exports(study))
        .containsExactly(
            "org.peersupport.analysis[]",
            "org.peersupport.audit[]",
            "org.peersupport.simulation.estimation[]",
            "org.peersupport.simulation.programme[]",
            "org.peersupport.simulation[]");
    assertThat(needs(study)).containsExactly("java.base", "org.peersupport.core");
  }

  private static ModuleDescriptor moduleOf(Class<?> type) throws URISyntaxException {
    Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module = ModuleFinder.of(place).findAll().iterator().next().descriptor();
    assertThat(module.isOpen()).isFalse();
    assertThat(module.opens()).isEmpty();
    return module;
  }

  private static Set<String> exports(ModuleDescriptor module) {
    Set<String> exports = new TreeSet<>();
    module.exports().forEach(each -> exports.add(each.source() + each.targets()));
    return exports;
  }

  /** The modules that must be there at run time. */
  private static Set<String> needs(ModuleDescriptor module) {
    Set<String> needed = new TreeSet<>();
    for (ModuleDescriptor.Requires each : module.requires()) {
      if (!each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
        needed.add(each.name());
      }
    }
    return needed;
  }

  private static DescribedPredicate<JavaClass> in(String packages) {
    return resideInAPackage(packages);
  }

  /** Lambdas, switches over strings and records bring these along. */
  private static DescribedPredicate<JavaClass> isCompilersOwn() {
    return DescribedPredicate.describe(
        "what the compiler brings along",
        type ->
            type.getName().startsWith("java.lang.invoke.")
                || type.getName().equals("java.lang.reflect.Array"));
  }

  private static DescribedPredicate<JavaAccess<?>> dependsOnTheMachine() {
    return DescribedPredicate.describe(
        "depends on the clock, on chance, or on the settings of the machine, or starts a thread",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          boolean noArguments =
              access.getTarget() instanceof CodeUnitCallTarget call
                  && call.getRawParameterTypes().isEmpty();
          return switch (owner) {
            case "java.lang.System" ->
                !name.equals("arraycopy") && !name.equals("identityHashCode");
            case "java.lang.Math" -> name.equals("random");
            case "java.lang.String" ->
                ((name.equals("toLowerCase") || name.equals("toUpperCase")) && noArguments)
                    || name.equals("format")
                    || name.equals("formatted");
            case "java.util.Locale" -> name.equals("getDefault") || name.equals("setDefault");
            case "java.nio.charset.Charset" -> name.equals("defaultCharset");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.ResourceBundle",
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.util.UUID",
                "java.util.Date",
                "java.util.Calendar",
                "java.util.TimeZone",
                "java.time.Clock",
                "java.lang.Thread",
                "java.util.concurrent.Executors",
                "java.lang.Runtime" ->
                true;
            default -> owner.startsWith("java.time.") && name.equals("now");
          };
        });
  }

  private static ArchCondition<JavaClass> haveNoInternalTypeInTheirSignatures() {
    return new ArchCondition<>("have no internal type in their signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getRawSuperclass().ifPresent(above -> check(type, above, events));
        type.getRawInterfaces().forEach(above -> check(type, above, events));
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isVisible(unit.getModifiers())) {
            check(unit, unit.getReturnType(), events);
            unit.getParameterTypes().forEach(each -> check(unit, each, events));
            unit.getExceptionTypes().forEach(each -> check(unit, each, events));
          }
        }
        for (JavaField field : type.getFields()) {
          if (isVisible(field.getModifiers())) {
            check(field, field.getType(), events);
          }
        }
      }

      private boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC)
            || modifiers.contains(JavaModifier.PROTECTED);
      }

      private void check(Object place, JavaType mentioned, ConditionEvents events) {
        for (JavaClass raw : mentioned.getAllInvolvedRawTypes()) {
          if (raw.getPackageName().startsWith("org.peersupport.internal")) {
            String message = String.format(Locale.ROOT, "%s mentions %s", place, raw.getName());
            events.add(SimpleConditionEvent.violated(place, message));
          }
        }
      }
    };
  }
}
