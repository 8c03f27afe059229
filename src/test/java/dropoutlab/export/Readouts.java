package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.data.NewRows;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Quality;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.Evaluation;
import dropoutlab.predict.quality.Qualities;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.theory.ExactBayes;
import dropoutlab.theory.LinearDropout;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every number in the user's units that the program reports about one trained network, sorted by how it must change
/// when the units change.
final class Readouts {
  /// Numbers that shift and scale with the targets: y -> k y + c.
  final Map<String, double[]> values = new LinkedHashMap<>();
  /// Numbers that shift and scale with the inputs.
  final Map<String, double[]> places = new LinkedHashMap<>();
  /// Numbers that scale only: a difference, a standard deviation, an error.
  final Map<String, double[]> lengths = new LinkedHashMap<>();
  /// Mean log densities, which decrease by ln k.
  final Map<String, double[]> densities = new LinkedHashMap<>();
  /// Numbers that do not change: a share, a loss in standardised units, a place.
  final Map<String, double[]> pure = new LinkedHashMap<>();

  private final DataSet data;
  private final Experiment experiment;
  private final Frame frame;

  private Readouts(Experiment experiment, DataSet data, Frame frame) {
    this.experiment = experiment;
    this.data = data;
    this.frame = frame;
  }

  static Readouts of(Experiment experiment, DataSet data) throws IOException {
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < experiment.training().epochs()) session.step();
    Readouts read = new Readouts(experiment, data, new FrameBuilder(session).outcome(0, new RunState.Paused(), experiment.training().epochs()).orElseThrow());
    read.training();
    read.evaluation();
    read.predictions();
    read.learned();
    read.inquiries();
    read.quality();
    read.exactSides();
    return read;
  }

  private static double[] all(Matrix table) { return table.toArray(); }

  private static double[] all(List<Double> list) { return list.stream().mapToDouble(v -> v).toArray(); }

  private void training() {
    MetricsFile metrics = MetricsFile.of(TrainedRun.of(frame, data));
    lengths.put("train's errors", new double[] {metrics.network().trainError(), metrics.network().validationError()});
    pure.put("train's losses", new double[] {metrics.network().trainLoss(), metrics.network().validationLoss()});
    for (NoiseEntry noise : List.of(metrics.noise().deterministic(), metrics.noise().mcDropout())) {
      lengths.put("train's noise " + noise.fit().passes(), new double[] {noise.sd()});
      densities.put("train's likelihood " + noise.fit().passes(), new double[] {noise.fit().logLikelihood()});
    }
    Matrix output = frame.network().layers().getLast().activations();
    values.put("the network's output", all(Matrix.generate(output.rows(), 1, (r, _) -> output.at(r, 0))));
    if (output.cols() > 1)
      lengths.put("the noise it says", all(Matrix.generate(output.rows(), 1, (r, _) -> output.at(r, 1))));
    values.put("the network's targets", all(frame.network().targets()));
  }

  private Model model() { return Model.of(frame, data); }

  private void evaluation() {
    Model model = model();
    Evaluation.Pair pair = Evaluation.of(model.predictor(model.seed()), data.validation(), List.of(model.noise()), 30,
        false, () -> {}).getFirst();
    for (Evaluation each : List.of(pair.deterministic(), pair.mcDropout())) {
      String name = "evaluate " + each.scores().method() + " ";
      lengths.put(name + "rmse, width", new double[] {each.scores().rmse(), each.coverage().orElseThrow().meanWidth()});
      densities.put(name + "likelihood", new double[] {each.scores().logLikelihood()});
      pure.put(name + "coverage", new double[] {each.coverage().orElseThrow().observed()});
    }
  }

  private void predictions() throws IOException {
    Model model = model();
    Predictor predictor = model.predictor(model.seed());
    Tensor x = data.validation().x(), off = predictor.deterministic(x);
    Matrix deterministic = Matrix.copyOf(off.data(), off.rows(), off.cols());
    StringBuilder csv = new StringBuilder(), passes = new StringBuilder();
    NewRows rows = new NewRows(x, data.validation().y(), IntStream.range(0, x.rows()).boxed().toList(), List.of(), List.of());
    PredictionFile.Passes each = new PredictionFile.Passes(passes, model, rows);
    Predictive says = McDropout.predict(predictor, x, 20, true, (answer, t) -> {
      try {
        each.add(answer, t);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
    PredictionFile.write(csv, model, rows, List.of(), new PredictionFile.Said(model.noise().mcDropout(), says, deterministic));
    values.put("predict's mean", column(csv, 0));
    lengths.put("predict's epistemic sd", column(csv, 1));
    lengths.put("predict's total sd", column(csv, 2));
    values.put("predict's deterministic", column(csv, 3));
    values.put("predict's passes", column(passes, 2));
  }

  private static double[] column(StringBuilder csv, int column) {
    return csv.toString().lines().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
  }

  private List<Double> probe() { return List.of(data.schema().inputScaling().toRaw(0, 0.7)); }

  private void learned() {
    Learned.FittedCurve curve = answer(new Query.Learned(9), Learned.FittedCurve.class);
    values.put("the learned curve", all(curve.network()));
    places.put("the curve's x", all(curve.x()));
  }

  private <F extends Result> F answer(Query question, Class<F> kind) {
    return kind.cast(Queries.answer(frame, data, question).orElseThrow().result());
  }

  private Ensemble ensemble() {
    return new Ensemble(experiment.network().withoutDropout(), List.of(frame.weights(), frame.twin()));
  }

  private void inquiries() {
    Sampling sampling = new Sampling(40, true, OptionalDouble.empty());
    Result.Line line = answer(new Query.Line(sampling, new NoiseSource.Fitted(), 9,
        Optional.of(probe().getFirst()), Optional.of(ensemble()), true), Result.Line.class);
    places.put("the line's x", all(line.x()));
    places.put("the data's edges", new double[] {line.dataFrom(), line.dataTo()});
    values.put("the line's mean", all(line.mean()));
    values.put("the line without masks", all(line.deterministic()));
    values.put("the line's passes", all(line.singles()));
    lengths.put("the line's epistemic sd", all(line.epistemicSd()));
    lengths.put("the line's aleatoric sd", all(line.aleatoricSd()));
    for (Result.Rival rival : line.rivals()) {
      values.put("the mean of " + rival.method(), all(rival.mean()));
      lengths.put("the sd of " + rival.method(), all(rival.sd()));
    }
    var point = line.probe().orElseThrow();
    places.put("the point", all(point.at()));
    values.put("the point's passes", all(point.values()));
    values.put("the point without masks", all(point.deterministic()));
    values.put("the point's voters", point.voters().stream().mapToDouble(voter -> voter.value()).toArray());
    values.put("the running mean", all(point.convergence().mean()));
    lengths.put("the running errors", Stream.of(point.convergence().meanSe(), point.convergence().sd(),
        point.convergence().sdSe()).flatMapToDouble(list -> DoubleStream.of(all(list))).toArray());
    Result.Point asked = answer(new Query.Point(sampling, new NoiseSource.Fitted(),
        Matrix.row(probe().getFirst()), Optional.of(ensemble())), Result.Point.class);
    values.put("the members' answers", all(asked.ensemble()));
    Result.Point example = answer(Query.Point.ofExample(sampling, new NoiseSource.Fitted(), 2, Optional.empty()),
        Result.Point.class);
    values.put("an example's passes", all(example.passes().values()));
    values.put("an example's truth", new double[] {example.passes().known().orElseThrow().truth()});
    places.put("the example", all(example.passes().at()));
    lengths.put("the point's noise", new double[] {asked.passes().noiseSd()});
  }

  private void quality() {
    Result.QualityReport report = Qualities.report(frame, data, new Query.Quality(
        new Sampling(40, true, OptionalDouble.empty()), new NoiseSource.Fitted(), Optional.of(ensemble()), true));
    for (Quality.Scores each : report.scores()) {
      lengths.put("quality " + each.method(), new double[] {each.rmse(), each.noiseSd()});
      densities.put("quality " + each.method(), new double[] {each.logLikelihood()});
    }
    for (Quality.Coverage each : report.coverage()) {
      pure.put("coverage " + each.method(), each.levels().stream().mapToDouble(Quality.Level::observed).toArray());
      lengths.put("widths " + each.method(), each.levels().stream().mapToDouble(Quality.Level::meanWidth).toArray());
    }
    for (Quality.Sparsification each : report.sparsification()) {
      lengths.put("sparsification " + each.method(), each.points().stream()
          .flatMapToDouble(left -> DoubleStream.of(left.error(), left.low(), left.high(), left.oracle())).toArray());
      pure.put("area " + each.method(), new double[] {each.area()});
    }
  }

  /// The values with which the critics' bench compares the passes.
  private void exactSides() {
    ExactBayes bayes = ExactBayes.of(data, OptionalDouble.empty());
    Tensor x = data.validation().x();
    values.put("exact Bayes", all(bayes.mean(x)));
    lengths.put("exact Bayes's sd", all(bayes.sd(x)));
    lengths.put("exact Bayes's noise", new double[] {bayes.noiseSd()});
    lengths.put("the closed form of dropout",
        new double[] {LinearDropout.of(data, 0.1).sd(Matrix.row(probe().getFirst()), data.schema())});
    Noise noise = NoiseFit.passes(model().predictor(5), data.validation(), false);
    lengths.put("the noise under fresh masks", new double[] {noise.sd()});
    densities.put("its likelihood", new double[] {noise.fit().orElseThrow().logLikelihood()});
  }
}
