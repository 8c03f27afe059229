package dropoutlab;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The floors of the architecture: a package uses only lower floors, never its neighbours on the same floor.
///
/// One neighbour is allowed: `frame` uses `spec`, because a frame tells which experiment it shows.
class ArchitectureTest {
  /// The floors, from the lowest to the highest.
  private static final List<List<String>> FLOORS = List.of(
      List.of("math", "words"),
      List.of("spec", "frame"),
      List.of("nn", "data", "card"),
      List.of("theory"),
      List.of("train", "predict"),
      List.of("figure", "claim", "run"),
      List.of("export"),
      List.of("sweep"),
      List.of("cli", "ui"),
      List.of("app"));

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dropoutlab");

  static Stream<String> packages() {
    return FLOORS.stream().flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageUsesOnlyLowerFloors(String name) {
    noClasses().that().resideInAPackage(under(name))
        .should().dependOnClassesThat().resideInAnyPackage(forbiddenFor(name))
        .because("a package uses only lower floors").allowEmptyShould(true).check(CLASSES);
  }

  private static String[] forbiddenFor(String name) {
    int floor = IntStream.range(0, FLOORS.size()).filter(i -> FLOORS.get(i).contains(name)).findFirst().orElseThrow();
    return FLOORS.subList(floor, FLOORS.size()).stream().flatMap(List::stream)
        .filter(other -> !other.equals(name))
        .filter(other -> !(name.equals("frame") && other.equals("spec")))
        .map(ArchitectureTest::under).toArray(String[]::new);
  }

  @Test void everyPackageHasAFloor() {
    classes().should().resideInAnyPackage(packages().map(ArchitectureTest::under).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test void onlyTheWindowKnowsJavaFx() {
    noClasses().that().resideInAnyPackage(Stream.concat(upTo(7), Stream.of(under("cli"))).toArray(String[]::new))
        .should().dependOnClassesThat().resideInAPackage("javafx..")
        .allowEmptyShould(true).check(CLASSES);
  }

  /// Interrupting a thread and asking which thread runs are allowed; starting one is not. Parallel streams are not
  /// allowed either, because the order of their sums depends on the machine.
  @Test void nothingBelowTheFourthFloorStartsThreads() {
    noClasses().that().resideInAnyPackage(upTo(4).toArray(String[]::new))
        .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .orShould().callMethodWhere(target(owner(assignableTo(Thread.class)))
            .and(target(nameMatching("start|startVirtualThread|ofVirtual|ofPlatform"))))
        .orShould().callMethodWhere(target(nameMatching("parallel(Stream|Prefix|SetAll|Sort)?")))
        .orShould().dependOnClassesThat(assignableTo(Executor.class).or(assignableTo(ForkJoinTask.class))
            .or(belongToAnyOf(Executors.class, CompletableFuture.class, Timer.class)))
        .allowEmptyShould(true).check(CLASSES);
  }

  @Test void nothingBelowTheFourthFloorPrints() {
    noClasses().that().resideInAnyPackage(upTo(4).toArray(String[]::new))
        .should(ACCESS_STANDARD_STREAMS)
        .orShould().dependOnClassesThat(belongToAnyOf(IO.class))
        .allowEmptyShould(true).check(CLASSES);
  }

  @Test void packagesHaveNoCycles() {
    slices().matching("dropoutlab.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /// Keeps the tests above from passing because they read no classes, for example class files of a version that is too
  /// new.
  @Test void theClassFilesAreReadWithTheirDependencies() {
    assertThat(CLASSES.contain("dropoutlab.nn.Network")).isTrue();
    assertThat(CLASSES.get("dropoutlab.nn.Network").getDirectDependenciesFromSelf())
        .anyMatch(dependency -> dependency.getTargetClass().getName().equals("dropoutlab.math.Tensor"));
  }

  private static Stream<String> upTo(int floor) {
    return FLOORS.subList(0, floor + 1).stream().flatMap(List::stream).map(ArchitectureTest::under);
  }

  private static String under(String name) {
    return "dropoutlab." + name + "..";
  }
}
