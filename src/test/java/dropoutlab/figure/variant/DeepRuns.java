package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Small encoders and residual networks for the tests of their views.
public final class DeepRuns {
  public static final Map<String, Consumer<TrainingSession>> MOMENTS = Map.of("before the first step", _ -> { },
      "forward", TrainingSession::halfStep, "mask", session -> { session.halfStep(); session.halfStep(); },
      "backward", session ->
          { session.halfStep(); session.halfStep(); session.halfStep(); }, "after a step", TrainingSession::step);
  private static final int[][] SIZES =
      {{808, 450}, {900, 345}, {540, 240}, {900, 600}, {320, 200}, {120, 90}, {30, 20}};

  private DeepRuns() {}

  /// A network of `blocks` encoder blocks on sequences of 10 words.
  public static String encoders(int blocks, double embedding, double attention, double residual, double feed,
      double layer, String norm) {
    String block = """
        {"type": "encoder", "heads": 2, "feedForward": 12, "attentionDrop": %s, "residualDrop": %s,
            "feedForwardDrop": %s,
         "layerDrop": %s, "norm": "%s"}""".formatted(attention, residual, feed, layer, norm);
    return """
        {"body": [{"type": "embedding", "vocabulary": 6, "width": 8}, {"type": "position"},
            {"type": "dropout", "p": %s}, %s,
                  {"type": "time-pool"}], "hidden": []}"""
        .formatted(embedding, String.join(", ", Collections.nCopies(blocks, block)));
  }

  /// A network of `blocks` residual blocks that are skipped with rate `p`, with dropout of the units inside them and of
  /// the values behind them.
  public static String residual(int blocks, double p, double inside, double path) {
    String block = """
        {"type": "residual", "drop": %s, "layers": [{"type": "dense", "units": 8}, {"type": "activate"},
         {"type": "dropout", "p": %s}, {"type": "dense", "units": 8}]}, {"type": "dropout", "p": %s}"""
        .formatted(p, inside, path);
    return "{\"body\": [{\"type\": \"dense\", \"units\": 8}, %s], \"hidden\": []}".formatted(String.join(", ",
        Collections.nCopies(blocks, block)));
  }

  /// @param b empty for no network beside
  public static Experiment experiment(String data, String a, String b) {
    String beside = b.isEmpty() ? "[]" : "[{\"name\": \"other\", \"network\": %s}]".formatted(b);
    return ExperimentJson.read("""
        {"title": "deep", "data": %s, "network": %s, "beside": %s,
         "training": {"epochs": 3, "batch": 16, "twin": false}, "seed": 3}"""
        .formatted(data, a, beside), "deep.json");
  }

  public static Experiment onSequences(String a, String b) {
    return experiment("""
        {"type": "generated", "set": "temporal-order", "steps": 10, "training": 32, "validation": 20, "noise": 0.5}""", a, b);
  }

  public static Experiment onMoons(String a, String b) {
    return experiment("""
        {"type": "generated", "set": "two-moons", "training": 32, "validation": 20, "noise": 0.2}""", a, b);
  }

  /// A moment of a run.
  public record Moment(Frame frame, DataSet data) {
    public static Moment of(Experiment experiment, Consumer<TrainingSession> steps) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      steps.accept(session);
      return new Moment(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    public Evidence measured() {
      return Queries.answer(frame, data, new Query.OfMethods(0)).map(Answer::result).map(Evidence.class::cast)
          .orElseThrow();
    }

    public VariantFigure figure(Look look, boolean evidence) {
      return Views.figure(frame, data, evidence ? Optional.of(measured()) : Optional.empty(), look);
    }

    public RecordingPen drawn(Look look, int width, int height) {
      RecordingPen pen = new RecordingPen();
      figure(look, false).draw(pen, width, height, Theme.LIGHT);
      return pen;
    }
  }

  /// Draws every part at every size: nothing is left clipped, and at the sizes of the window and of print no words
  /// leave
  /// the picture or lie over each other.
  public static void requireClean(String when, Moment moment, Look look) {
    Optional<Evidence> found = Optional.of(moment.measured());
    for (Look.Parts parts : Look.Parts.values())
      for (int[] size : SIZES) {
        RecordingPen pen = new RecordingPen();
        Views.figure(moment.frame, moment.data, found, look.withParts(parts)).draw(pen, size[0], size[1], Theme.DARK);
        assertThat(pen.openClips).isZero();
        if (size[0] >= 540) requireClean(pen, size[0], when + " " + parts + " " + size[0] + "x" + size[1] + ": ");
      }
  }

  private static void requireClean(RecordingPen pen, int width, String as) {
    for (RecordingPen.Text one : pen.texts) {
      assertThat(one.left()).as(as + one).isGreaterThanOrEqualTo(-2);
      assertThat(one.right()).as(as + one).isLessThanOrEqualTo(width + 2);
      for (RecordingPen.Text other : pen.texts)
        if (one != other && !one.text().isEmpty() && !other.text().isEmpty())
          assertThat(one.overlaps(other)).as(as + one + " and " + other).isFalse();
    }
  }
}
