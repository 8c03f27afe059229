package dropoutlab.export;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.nn.Network;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.Task;

/// What came out of a run, in numbers. Nothing in it depends on the machine or the time.
///
/// @param errorMeasure what the errors are
/// @param noiseSd      that of MC dropout; null for classes, as `noise`
/// @param twin         null without a twin
public record MetricsFile(int epochs, long steps, int trainingExamples, int validationExamples, long parameters,
                          String errorMeasure, Double noiseSd, NoiseEntry.Pair noise, Scores network,
                          Scores twin) {
  public static final String NAME = "metrics.json";

  /// Losses and errors of the weights that are kept (after the last epoch, or the best one under early stopping), masks
  /// off, and the epoch with the lowest validation loss.
  public record Scores(float trainLoss, float validationLoss, float trainError, float validationError,
                       int bestValidationEpoch, float bestValidationLoss) {}

  public static MetricsFile of(TrainedRun run) {
    History history = run.history();
    String measure = run.data().schema().task() == Task.REGRESSION
        ? "root mean squared error of " + run.data().schema().target() : "share of wrong classes";
    return new MetricsFile(run.experiment().training().epochs(), run.steps(), run.data().train().size(),
        run.data().validation().size(), parameters(run), measure,
        run.noise() == null ? null : run.noise().mcDropout().sd(),
        run.noise() == null ? null : NoiseEntry.Pair.of(run.noise(), run.model().learnsNoise()),
        scores(history, Curve.TRAIN, Curve.VALIDATION, Curve.TRAIN_ERROR, Curve.VALIDATION_ERROR),
        run.hasTwin() ? scores(history, Curve.TWIN_TRAIN, Curve.TWIN_VALIDATION, Curve.TWIN_TRAIN_ERROR,
            Curve.TWIN_VALIDATION_ERROR) : null);
  }

  /// How many numbers are trained, in the body too; running statistics are not.
  private static long parameters(TrainedRun run) {
    int outputs = run.weights().biases().getLast().cols();
    return new Network(run.network(), run.data().schema().shape(), outputs, _ -> null).parameters().stream()
        .mapToLong(parameter -> parameter.value().size()).sum();
  }

  private static Scores scores(History history, Curve train, Curve validation, Curve trainError,
                               Curve validationError) {
    int best = history.lowestRow(validation);
    int kept = history.bestEpoch().isPresent() ? best : history.size() - 1;
    return new Scores(history.value(train, kept), history.value(validation, kept), history.value(trainError, kept),
        history.value(validationError, kept), history.epoch(best), history.value(validation, best));
  }

  public String text() {
    return StrictJson.text(this);
  }
}
