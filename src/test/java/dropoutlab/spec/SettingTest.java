package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the file form of the same record, and the records' own constructors.
class SettingTest {
  static Stream<Object> specs() {
    return Stream.concat(DropoutSpec.standard().stream(), OptimiserSpec.standard().stream());
  }

  static List<OptimiserSpec> optimisers() { return OptimiserSpec.standard(); }

  private static Experiment file(OptimiserSpec kind) {
    return ExperimentJson.read("{\"optimiser\": {\"type\": \"" + Setting.typeOf(kind) + "\"}}", "x");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void settingsAreTheKeysOfTheFileAfterTheType(Object spec) {
    List<String> keys = List.copyOf(StrictJson.treeOf(spec).propertyNames());
    assertThat(keys.getFirst()).isEqualTo("type");
    assertThat(Setting.of(spec).stream().map(Setting::name)).containsExactlyElementsOf(keys.subList(1, keys.size()));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void changingASettingLeavesTheOthers(Object spec) {
    List<Setting<Object>> settings = Setting.of(spec);
    for (int changed = 0; changed < settings.size(); changed++) {
      Object next = other(settings.get(changed));
      List<Setting<Object>> after = Setting.of(settings.get(changed).with().apply(next));
      for (int i = 0; i < settings.size(); i++)
        assertThat(after.get(i).value()).isEqualTo(i == changed ? next : settings.get(i).value());
    }
  }

  private static Object other(Setting<?> setting) {
    if (setting.type().isEnum()) return setting.type().getEnumConstants()[1];
    return setting.type() == boolean.class ? (Object) true : setting.type() == int.class ? (Object) 7 : (Object) 0.321;
  }

  @Test void aRecordRefusesWhatDoesNotFitInItsOwnWords() {
    Setting<DropoutSpec> share = Setting.of((DropoutSpec) new DropoutSpec.Targeted(0.5, DropoutSpec.Targeted.Target.UNITS))
        .getFirst();
    assertThatThrownBy(() -> share.with().apply(2.0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share: must be from 0 to 1, but is 2");
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void anotherOptimiserHasTheValuesOfAFileThatNamesItAndKeepsTheLearningRate(OptimiserSpec kind) {
    for (OptimiserSpec before : optimisers())
      assertThat(ExperimentJson.retyped(file(before).optimiser().at(0.0123), kind.getClass()))
          .isEqualTo(file(kind).optimiser().at(0.0123));
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void anotherOptimiserIsWhatTheCommandLineChooses(OptimiserSpec kind) {
    Experiment own = file(kind).withOptimiser(new OptimiserSpec.AdamW(0.01, 0.8, 0.99, 1e-6, 0.2));
    assertThat(ExperimentJson.retyped(own.optimiser(), kind.getClass())).isEqualTo(
        ExperimentJson.with(own, List.of("optimiser.type=" + Setting.typeOf(kind))).optimiser());
  }

  @Test void rmspropSmoothsByNineTenths() {
    assertThat(ExperimentJson.retyped(new OptimiserSpec.Adam(0.008, 0.9, 0.999, 1e-8), OptimiserSpec.RmsProp.class))
        .isEqualTo(new OptimiserSpec.RmsProp(0.008, 0.9, 1e-8));
  }
}
