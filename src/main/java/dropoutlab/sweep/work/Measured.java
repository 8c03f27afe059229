package dropoutlab.sweep.work;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.predict.sweep.Sparsity;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.train.TrainingSession;
import java.util.EnumMap;
import java.util.Map;

/// What is read off a finished training. Values are those of the weights that are kept: after the last epoch, or the
/// best ones under early stopping.
final class Measured {
  private Measured() {}

  static Map<Measure, Double> of(TrainingSession session) {
    History history = session.history();
    Map<Measure, Double> all = new EnumMap<>(Measure.class);
    int best = history.lowestRow(Curve.VALIDATION), kept = history.bestEpoch().isPresent() ? best : history.size() - 1;
    put(all, Measure.ERROR, history.value(Curve.VALIDATION_ERROR, kept));
    put(all, Measure.LOSS, history.value(Curve.VALIDATION, kept));
    put(all, Measure.TRAIN_ERROR, history.value(Curve.TRAIN_ERROR, kept));
    put(all, Measure.TRAIN_LOSS, history.value(Curve.TRAIN, kept));
    put(all, Measure.BEST_ERROR, history.value(Curve.VALIDATION_ERROR, best));
    Sparsity.of(session.networkInForce(), session.weights(), session.data()).ifPresent(hidden -> {
      all.put(Measure.ACTIVATION, hidden.activation());
      all.put(Measure.ZEROS, hidden.zeros());
    });
    return all;
  }

  private static void put(Map<Measure, Double> all, Measure measure, float value) {
    if (Float.isFinite(value)) all.put(measure, written(value));
  }

  /// Returns the number that a person would write for a float: 0.2, not 0.20000000298. Equal floats stay equal, and
  /// different ones different.
  static double written(float value) { return Double.parseDouble(Float.toString(value)); }
}
