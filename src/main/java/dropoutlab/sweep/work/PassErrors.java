package dropoutlab.sweep.work;

import dropoutlab.data.Examples;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.train.TrainingSession;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The validation error of the mean of k passes with masks on, for several k: the first k passes of one stream, so that
/// nothing is computed twice and the curve is one walk.
final class PassErrors {
  private final Predictor predictor;
  private final Examples examples;
  private final double[] sum;

  private PassErrors(Predictor predictor, Examples examples) {
    this.predictor = predictor;
    this.examples = examples;
    sum = new double[examples.size() * predictor.columns()];
  }

  /// @param asked numbers of passes; 0 for masks off
  /// @param known what was measured with masks off
  static Map<Integer, Double> of(TrainingSession session, Collection<Integer> asked, Map<Measure, Double> known,
                                 BooleanSupplier dropped) {
    Map<Integer, Double> errors = new TreeMap<>();
    if (asked.isEmpty() || !session.data().holdsOut()) return errors;
    if (asked.contains(0)) errors.put(0, known.get(Measure.ERROR));
    TreeSet<Integer> counts = new TreeSet<>(asked);
    counts.remove(0);
    if (counts.isEmpty()) return errors;
    Predictor predictor = new Predictor(session.data().schema(), session.networkInForce(), session.weights(),
        session.experiment().seed());
    new PassErrors(predictor, session.data().validation()).walk(counts, errors, dropped);
    return errors;
  }

  private void walk(TreeSet<Integer> counts, Map<Integer, Double> errors, BooleanSupplier dropped) {
    Supplier<Tensor> passes = predictor.passes(examples.x(), false);
    for (int k = 1; k <= counts.last(); k++) {
      if (dropped.getAsBoolean()) throw new CancellationException();
      float[] answer = passes.get().data();
      for (int i = 0; i < sum.length; i++) sum[i] += answer[i];
      float error = counts.contains(k) ? (float) error(k) : Float.NaN;
      if (Float.isFinite(error)) errors.put(k, Measured.written(error));
    }
  }

  private double error(int passes) {
    boolean classes = predictor.schema().task() == Task.CLASSIFICATION;
    return classes ? wrong() / (double) examples.size() : rootMeanSquare(passes);
  }

  private int wrong() {
    int wrong = 0, columns = predictor.columns();
    for (int row = 0; row < examples.size(); row++) {
      int first = row * columns, best = 0;
      for (int c = 1; c < columns; c++) if (sum[first + c] > sum[first + best]) best = c;
      if (best != examples.label(row)) wrong++;
    }
    return wrong;
  }

  private double rootMeanSquare(int passes) {
    double squares = 0;
    float[] targets = examples.y().data();
    for (int i = 0; i < sum.length; i++) {
      double off = sum[i] / passes - targets[i];
      squares += off * off;
    }
    return predictor.unit().length(Math.sqrt(squares / sum.length));
  }
}
