package dropoutlab.predict.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.predict.Frames;
import dropoutlab.spec.Experiment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparsityTest {
  @Test void twoUnitsAndThreeValuesByHand() {
    // Columns: 0, 1, 3 and 0, 0, 2. Their means are 4/3 and 2/3, their shares of zeros 1/3 and 2/3.
    Sparsity all = Sparsity.of(Matrix.copyOf(new double[] {0, 0, 1, 0, 3, 2}, 3, 2));
    assertThat(all.activation()).isCloseTo(1, within(1e-12));
    assertThat(all.zeros()).isCloseTo(.5, within(1e-12));
  }

  /// The oracle is the formula of a unit in double precision, over more validation examples than go through the network
  /// at a time. One layer: a method that scales when it infers would scale what enters a second one.
  @ParameterizedTest
  @ValueSource(strings = {"inverted", "standard", "gaussian", "alpha"})
  void whatAMethodDoesToTheUnitsIsNoActivity(String method) {
    Experiment experiment = Frames.experiment("""
        {"data": {"validation": 1300}, "network": {"hidden": [{"units": 9, "drop": 0.5, "method": {"type": "%s"}}]}}"""
        .formatted(method));
    DataSet data = DataSets.load(experiment, Path.of(""));
    Weights weights = Frames.drawn(2, 9, 1);
    isAsByHand(Sparsity.of(experiment.network(), weights, data).orElseThrow(), weights, data.validation());
  }

  @Test void theUnitsOfAllDenseHiddenLayersCountTheSame() {
    Experiment experiment = Frames.experiment("""
        {"network": {"hidden": [{"units": 3, "drop": 0.5}, {"units": 5}]}}""");
    DataSet data = DataSets.load(experiment, Path.of(""));
    Weights weights = Frames.drawn(2, 3, 5, 1);
    isAsByHand(Sparsity.of(experiment.network(), weights, data).orElseThrow(), weights, data.validation());
  }

  @Test void aNetworkWithoutHiddenLayersHasNone() {
    Experiment none = Frames.experiment("""
        {"network": {"hidden": []}}""");
    assertThat(Sparsity.of(none.network(), Frames.drawn(2, 1), DataSets.load(none, Path.of("")))).isEmpty();
  }

  private static void isAsByHand(Sparsity found, Weights weights, Examples of) {
    double sum = 0;
    long zeros = 0, all = 0;
    for (int i = 0; i < of.size(); i++) {
      double[] below = {of.x().at(i, 0), of.x().at(i, 1)};
      for (int layer = 0; layer < weights.weights().size() - 1; layer++) {
        below = rectified(below, weights.weights().get(layer), weights.biases().get(layer));
        all += below.length;
        for (double unit : below) {
          sum += unit;
          if (unit == 0) zeros++;
        }
      }
    }
    assertThat(found.activation()).isCloseTo(sum / all, within(1e-6));
    assertThat(found.zeros()).isCloseTo((double) zeros / all, within(1e-12));
  }

  private static double[] rectified(double[] below, Matrix weights, Matrix biases) {
    double[] units = new double[weights.cols()];
    for (int u = 0; u < units.length; u++) {
      double s = biases.at(0, u);
      for (int i = 0; i < below.length; i++) s += weights.at(i, u) * below[i];
      units[u] = Math.max(0, s);
    }
    return units;
  }
}
