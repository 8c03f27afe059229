package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.OptimiserSpec;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the window chooses is what a file would have said. Oracle: the reader of experiment files.
class OptimiserKindTest {
  private static Experiment file(OptimiserKind kind) {
    String type = kind.name().toLowerCase(Locale.ROOT);
    return ExperimentJson.read("{\"optimiser\": {\"type\": \"" + type + "\"}}", "x");
  }

  @ParameterizedTest
  @EnumSource
  void chosenItHasTheValuesOfAFileThatNamesItAndKeepsTheLearningRate(OptimiserKind kind) {
    for (OptimiserKind before : OptimiserKind.values()) {
      OptimiserSpec chosen = kind.like(file(before).optimiser().at(0.0123));
      assertThat(chosen).isEqualTo(file(kind).optimiser().at(0.0123));
      assertThat(OptimiserKind.of(chosen)).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void chosenItIsWhatTheCommandLineChooses(OptimiserKind kind) {
    Experiment own = file(OptimiserKind.ADAMW).withOptimiser(new OptimiserSpec.AdamW(0.01, 0.8, 0.99, 1e-6, 0.2));
    assertThat(kind.like(own.optimiser())).isEqualTo(ExperimentJson.with(own,
        List.of("optimiser.type=" + kind.name().toLowerCase(Locale.ROOT))).optimiser());
  }

  @Test void rmspropSmoothsByNineTenths() {
    assertThat(OptimiserKind.RMSPROP.like(file(OptimiserKind.ADAM).optimiser()))
        .isEqualTo(new OptimiserSpec.RmsProp(0.008, 0.9, 1e-8));
  }

  @ParameterizedTest
  @EnumSource
  void changingAParameterLeavesTheOthers(OptimiserKind kind) {
    OptimiserSpec before = file(kind).optimiser();
    List<OptimiserKind.Parameter> parameters = OptimiserKind.parameters(before);
    for (int changed = 0; changed < parameters.size(); changed++) {
      List<OptimiserKind.Parameter> after = OptimiserKind.parameters(parameters.get(changed).with().apply(0.321));
      for (int i = 0; i < parameters.size(); i++)
        assertThat(after.get(i).value()).isEqualTo(i == changed ? 0.321 : parameters.get(i).value());
    }
  }
}
