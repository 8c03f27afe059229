package dropoutlab.predict;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/// Monte Carlo dropout (Gal and Ghahramani 2016): T passes with dropout on. PassMoments are gathered as the passes go by,
/// so that memory does not grow with T.
public final class McDropout {
  private McDropout() {}

  /// T passes over `x` (n x inputs, scaled), standardised. `held` takes one thinned network a pass; else a fresh one for
  /// every row.
  public static Predictive predict(Predictor predictor, Tensor x, int passes, boolean held) {
    return predict(predictor, x, passes, held, (_, _) -> {});
  }

  /// As above, and shows every pass to `each` as a (n x columns) tensor that is valid during the call, with its number.
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

  /// The passes at one input row, in the user's unit: (T x columns).
  public static Matrix passesAt(Predictor predictor, Tensor row, int passes) {
    int columns = predictor.columns();
    float[] values = new float[passes * columns];
    predict(predictor, row, passes, true,
        (answer, t) -> System.arraycopy(answer.data(), 0, values, t * columns, columns));
    return predictor.unit().values(Matrix.copyOf(values, passes, columns));
  }
}
