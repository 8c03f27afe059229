package dropoutlab.predict;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/// Monte Carlo dropout (Gal and Ghahramani 2016): T passes with dropout on. The moments are gathered pass by pass, so
/// that the memory does not grow with T.
public final class McDropout {
  private McDropout() {}

  /// Makes T passes over `x` (n x inputs, scaled); the result is standardised. If `held`, each pass is one thinned
  /// network for all rows; otherwise every row has a thinned network of its own.
  public static Predictive predict(Predictor predictor, Tensor x, int passes, boolean held) {
    return predict(predictor, x, passes, held, (_, _) -> {});
  }

  /// Does the same, and passes the answer of every pass, (n x columns), with its number to `each`; the answer is valid
  /// during the call.
  public static Predictive predict(Predictor predictor, Tensor x, int passes, boolean held, ObjIntConsumer<Tensor> each) {
    if (passes < 1) throw new IllegalArgumentException(Words.of("predict.passes", passes));
    PassMoments moments = new PassMoments(x.rows(), predictor.columns(), predictor.schema().task() == Task.CLASSIFICATION);
    Supplier<Tensor> next = predictor.passes(x, held);
    for (int t = 0; t < passes; t++) {
      Tensor answer = next.get();
      moments.add(answer);
      if (predictor.learnsVariance()) moments.addVariances(predictor::learntVariance);
      each.accept(answer, t);
    }
    return moments.result();
  }

  /// Returns the passes at one input row, in the user's unit: (T x columns).
  public static Matrix passesAt(Predictor predictor, Tensor row, int passes) {
    int columns = predictor.columns();
    float[] values = new float[passes * columns];
    predict(predictor, row, passes, true,
        (answer, t) -> System.arraycopy(answer.data(), 0, values, t * columns, columns));
    return predictor.unit().values(Matrix.copyOf(values, passes, columns));
  }
}
