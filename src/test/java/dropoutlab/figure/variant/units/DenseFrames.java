package dropoutlab.figure.variant.units;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.Optional;

/// A dense network that has learnt for some steps, with another beside it, in any half-step.
record DenseFrames(Frame frame, DataSet data) {
  private static final String DROPPED = "{\"units\": 8, \"activation\": \"%s\", \"drop\": %s, \"method\": %s}";

  /// @param b the rate and the method of B; empty for A alone
  static DenseFrames of(String a, Optional<String> b, Phase phase) {
    String beside = b.map(", \"beside\": [{\"name\": \"other\", \"network\": {\"hidden\": [%s]}}]"::formatted).orElse("");
    return of(ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "two-moons", "training": 24, "validation": 30},
            "network": {"hidden": [%s]},
        "training": {"batch": 12, "epochs": 5, "twin": false}%s}""".formatted(a, beside), "test"), phase);
  }

  static DenseFrames of(Experiment experiment, Phase phase) {
    DataSet data = DataSets.load(experiment, Path.of("."));
    TrainingSession session = new TrainingSession(experiment, data);
    for (int step = 0; step < 5; step++) session.step();
    while (session.progress().phase() != phase) session.halfStep();
    return new DenseFrames(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
  }

  /// Two hidden layers of 8 units.
  static String hidden(String activation, double p, String method) {
    String layer = DROPPED.formatted(activation, Double.toString(p), method);
    return layer + ", " + layer;
  }

  static String type(String name) { return "{\"type\": \"" + name + "\"}"; }

  Evidence evidence() { return (Evidence) Queries.answer(frame, data, new Query.OfMethods(3)).orElseThrow().result(); }

  VariantFigure figure(Look look, boolean measured) {
    return Views.figure(frame, data, measured ? Optional.of(evidence()) : Optional.empty(), look);
  }
}
