package dropoutlab.figure.variant.maps;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Frame;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.RunState;
import dropoutlab.predict.variant.maps.MapsMeasured;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Small convolutional networks on drawn digits for the tests of the view of maps.
public final class MapsRuns {
  public static final String PIXELS = "{\"type\": \"dropout\", \"p\": %s}";
  public static final String SPATIAL = "{\"type\": \"spatial-dropout\", \"p\": %s}";
  public static final String BLOCKS = "{\"type\": \"drop-block\", \"p\": %s, \"block\": 3}";

  private MapsRuns() {}

  private static String network(String drop, double p, double dense) {
    String layer = drop.formatted(p);
    return """
        {"body": [{"type": "conv2d", "maps": 4, "kernel": 3, "stride": 1, "padding": 1},
                  {"type": "activate", "activation": "relu"}, %s,
                  {"type": "pool", "kind": "max", "size": 2, "stride": 2},
                  {"type": "conv2d", "maps": 20, "kernel": 3, "stride": 1, "padding": 1},
                  {"type": "activate", "activation": "relu"}, %s,
                  {"type": "pool", "kind": "max", "size": 4, "stride": 4}],
         "hidden": [{"units": 12, "activation": "relu", "drop": %s}]}""".formatted(layer, layer, dense);
  }

  /// @param b empty for no network beside
  public static Experiment experiment(String a, double pA, double dense, String b, double pB) {
    String beside = b.isEmpty() ? "[]" : "[{\"name\": \"other\", \"network\": %s}]".formatted(network(b, pB, 0));
    return ExperimentJson.read("""
        {"title": "maps",
         "data": {"type": "generated", "set": "digits", "training": 48, "validation": 10, "noise": 0.1},
         "network": %s, "training": {"epochs": 2, "batch": 24, "twin": false}, "beside": %s, "seed": 3}"""
        .formatted(network(a, pA, dense), beside), "maps.json");
  }

  /// A moment of a run.
  public record Moment(Frame frame, DataSet data) {
    public static Moment of(Experiment experiment, Consumer<TrainingSession> steps) {
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      steps.accept(session);
      return new Moment(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    public MapsEvidence measured() { 
      Stream<String> names = Stream.concat(Stream.of(Beside.OWN), frame.beside().stream());
      return MapsMeasured.of(names.map(frame::seenFrom).toList(), data);
    }

    MapsView view(Look look, boolean evidence) {
      return new MapsView(Versus.of(frame), look, data, evidence ? Optional.of(measured()) : Optional.empty());
    }
  }
}
