package dropoutlab.export;

import dropoutlab.data.Schema;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/// The result of a run in numbers. Nothing in it depends on the machine or the time.
///
/// @param errorMeasure the meaning of the errors
/// @param noiseSd      the noise of MC dropout; null for classes
/// @param noise        the noise of both methods; null for classes
/// @param twin         the scores of the twin; null without a twin
/// @param beside       the networks beside by their names; null if there are none
public record MetricsFile(int epochs, long steps, int trainingExamples, int validationExamples, long parameters,
                          String errorMeasure, Double noiseSd, NoiseEntry.Pair noise, Scores network,
                          Scores twin, Map<String, Neighbour> beside) {
  public static final String NAME = "metrics.json";

  /// The losses and errors, with masks off, of the weights that are kept (those after the last epoch, or the best ones
  /// under early stopping), and the epoch with the lowest validation loss. Values of validation are null if nothing was
  /// held out.
  ///
  /// @param keptEpoch the epoch whose weights early stopping kept; null without early stopping
  public record Scores(float trainLoss, Float validationLoss, float trainError, Float validationError,
                       Integer bestValidationEpoch, Float bestValidationLoss, Integer keptEpoch) {}

  /// A network beside.
  ///
  /// @param model   the file of its weights
  /// @param failure why it has stopped while the others went on, in sentences; the rest is null then, and else it is
  public record Neighbour(String model, Long parameters, Double noiseSd, NoiseEntry.Pair noise, Scores scores,
                          String failure) {
    private static Neighbour of(TrainedRun.Neighbour beside) {
      return beside.run().map(run -> of(beside.name(), MetricsFile.of(run)))
          .orElseGet(() -> new Neighbour(null, null, null, null, null, beside.failure().orElseThrow()));
    }

    private static Neighbour of(String name, MetricsFile its) {
      return new Neighbour(ModelFile.named(name), its.parameters, its.noiseSd, its.noise, its.network, null);
    }
  }

  public static MetricsFile of(TrainedRun run) {
    History history = run.history();
    return new MetricsFile(run.experiment().training().epochs(), run.steps(), run.data().train().size(),
        run.data().validation().size(), parameters(run), errorMeasure(run.data().schema()),
        run.noise() == null ? null : run.noise().mcDropout().sd(),
        run.noise() == null ? null : NoiseEntry.Pair.of(run.noise(), run.model().learnsNoise()),
        scores(history, Curve.TRAIN, Curve.VALIDATION, Curve.TRAIN_ERROR, Curve.VALIDATION_ERROR),
        run.hasTwin() ? scores(history, Curve.TWIN_TRAIN, Curve.TWIN_VALIDATION, Curve.TWIN_TRAIN_ERROR,
            Curve.TWIN_VALIDATION_ERROR) : null, beside(run));
  }

  /// Returns what the errors of such data are.
  static String errorMeasure(Schema schema) {
    return schema.task() == Task.CLASSIFICATION
        ? Words.of("export.metrics.wrong") : Words.of("export.metrics.rmse", schema.target());
  }

  private static Map<String, Neighbour> beside(TrainedRun run) {
    if (run.beside().isEmpty()) return null;
    Map<String, Neighbour> beside = new LinkedHashMap<>();
    for (TrainedRun.Neighbour each : run.beside()) beside.put(each.name(), Neighbour.of(each));
    return beside;
  }

  /// Returns how many numbers are trained, in the body too; running statistics are not counted.
  private static long parameters(TrainedRun run) {
    int outputs = run.weights().biases().getLast().cols();
    return NetworkSize.of(run.network(), run.data().schema().shape(), outputs).learnt();
  }

  private static Scores scores(History history, Curve train, Curve validation, Curve trainError,
                               Curve validationError) {
    if (!history.holdsOut())
      return new Scores(history.last(train), null, history.last(trainError), null, null, null, null);
    int best = history.lowestRow(validation);
    boolean early = history.bestEpoch().isPresent();
    int kept = early ? best : history.size() - 1;
    return new Scores(history.value(train, kept), history.value(validation, kept), history.value(trainError, kept),
        history.value(validationError, kept), history.epoch(best), history.value(validation, best),
        early ? history.epoch(kept) : null);
  }

  public String text() {
    return StrictJson.text(this);
  }
}
