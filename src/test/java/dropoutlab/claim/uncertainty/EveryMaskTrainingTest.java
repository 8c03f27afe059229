package dropoutlab.claim.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.uncertainty.EveryMaskTraining.Trained;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LinearDropout;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: the anchors of adaptive L2, and the closed form with a bias, which solves the normal equations.
class EveryMaskTrainingTest {
  private static final Tensor X = Tensor.of(2, 2, 1, 2, 3, 4);

  /// X = [[1,2],[3,4]], y = (5,6), as the first of three networks.
  @ParameterizedTest
  @CsvSource({"0, -4, 4.5", "0.2, .849785, .884120", "0.5, .735099, .592715"})
  void trainingEndsAtTheMinimiser(double p, double first, double second) {
    Tensor y = Tensor.of(2, 3, 5, 0, 1, 6, 0, 1);
    Trained trained = EveryMaskTraining.train(X, y, p, false, ProgressMonitor.NOBODY);
    Matrix w = EveryMaskTraining.table(trained);
    assertThat(w.at(0, 0)).isEqualTo(first, within(3e-5));
    assertThat(w.at(1, 0)).isEqualTo(second, within(3e-5));
    assertThat(w.at(0, 1)).isZero();
    assertThat(trained.weights().biases().getFirst().get(0)).isZero();
  }

  @Test void withABiasItEndsAtTheClosedForm() {
    RandomStream random = RandomStream.of(4, Purpose.DATA);
    int rows = 40, inputs = 4;
    Tensor x = new Tensor(rows, inputs), y = new Tensor(rows, 1);
    double[][] exactX = new double[rows][inputs];
    double[] exactY = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < inputs; j++) {
        x.set(i, j, (float) (random.nextGaussian() + j));
        exactX[i][j] = x.at(i, j);
      }
      y.set(i, 0, (float) random.nextGaussian());
      exactY[i] = y.at(i, 0);
    }
    Trained trained = EveryMaskTraining.train(x, y, .3, true, ProgressMonitor.NOBODY);
    double[] exact = LinearDropout.of(exactX, exactY, .3).weights();
    for (int j = 0; j < inputs; j++) assertThat(EveryMaskTraining.table(trained).get(j))
        .isEqualTo(exact[j], within(1e-6));
    assertThat(trained.weights().biases().getFirst().get(0)).isEqualTo(exact[inputs], within(2e-6));
    assertThat(trained.distance()).isLessThan(1e-5);
  }

  @Test void inputsOfZeroLeaveTheWeightsAtZero() {
    Trained trained = EveryMaskTraining.train(new Tensor(2, 2), Tensor.of(2, 1, 1, 2), .2, false,
        ProgressMonitor.NOBODY);
    assertThat(EveryMaskTraining.table(trained)).isEqualTo(Matrix.copyOf(new double[2], 2, 1));
    assertThat(trained.distance()).isZero();
  }

  @Test void whatIsNotWantedEnds() {
    ProgressMonitor abandoned = new ProgressMonitor() {
      @Override public boolean abandoned() { return true; }

      @Override public void done(double share) {}
    };
    assertThatThrownBy(() -> EveryMaskTraining.train(X, Tensor.of(2, 1, 5, 6), .2, false, abandoned))
        .isInstanceOf(CancellationException.class);
  }
}
