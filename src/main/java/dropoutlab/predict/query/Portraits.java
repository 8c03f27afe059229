package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Uncertainty;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.PassCount;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;

/// Computes what a network and its twin have learned, and how sure they are, from the weights of one frame.
/// A pure function of frame, data and request: the same masks every time, so that a picture moves only when the weights
/// do.
public final class Portraits {
  private static final int SINGLE_PASSES = 20;
  private static final int SHOWN_FEATURES = 25;

  private final DataSet data;
  private final Schema schema;
  private final InputSpace space;

  public Portraits(DataSet data) {
    this.data = data;
    schema = data.schema();
    space = new InputSpace(data);
  }

  public Portrait paint(Frame frame, PortraitRequest request) {
    return paint(frame, request, Effort.FULL, ProgressMonitor.NOBODY).orElseThrow();
  }

  /// Empty where a draft is not worth its while, and when `watch` has abandoned it.
  public Optional<Portrait> paint(Frame frame, PortraitRequest asked, Effort effort, ProgressMonitor watch) {
    if (!effort.isWorth(asked.passes())) return Optional.empty();
    PortraitRequest request =
        asked.with(r -> r.passes(effort.passes(asked.passes())).cells(effort.cells(asked.cells())));
    try {
      return Optional.of(portrait(new Sitting(frame, request, effort, new PassCount(watch, request.passes()))));
    } catch (PassCount.Abandoned _) {
      return Optional.empty();
    }
  }

  /// What one portrait is made of.
  private record Sitting(Frame frame, PortraitRequest request, Effort effort, PassCount count) {}

  private Portrait portrait(Sitting sitting) {
    Frame frame = sitting.frame;
    PortraitRequest request = sitting.request;
    return new Portrait(frame.run(), frame.progress().epoch(), sitting.effort.isDraft(),
        learned(frame, request.cells(), sitting.effort),
        request.uncertainty() ? Optional.of(uncertainty(sitting)) : Optional.empty(),
        request.uncertainty() ? request.probe().filter(at -> space.isPlane() && at.size() == schema.inputs().size())
            .map(at -> probe(frame, request, at)) : Optional.empty());
  }

  private Predictor network(Frame frame) { return Predictor.of(frame, schema); }

  private Learned learned(Frame frame, int cells, Effort effort) {
    if (schema.image().isPresent() && frame.experiment().network().body().isEmpty()) return features(frame);
    boolean regression = schema.task() == Task.REGRESSION;
    if (space.isCurve() && regression)
      return new Learned.FittedCurve(space.curveX(cells), answers(frame, space.curve(cells), false),
          answers(frame, space.curve(cells), true));
    if (space.isPlane() && schema.inputs().size() == 2) {
      Tensor grid = space.grid(cells);
      Matrix network = answers(frame, grid, false), twin = answers(frame, grid, true);
      return regression ? new Learned.Surface(space.window(), cells, cells, network, twin)
          : new Learned.DecisionMap(space.window(), cells, cells, network, twin);
    }
    Tensor held = first(data.shown().x(), effort.examples(data.shown().size()));
    Matrix network = answers(frame, held, false), twin = answers(frame, held, true);
    if (regression) return new Learned.Scatter(truths(held.rows()), network, twin);
    return new Learned.Confusion(schema.classes(), confusion(network), confusion(twin));
  }

  private Matrix answers(Frame frame, Tensor x, boolean ofTwin) {
    if (ofTwin && !frame.hasTwin()) return Matrix.EMPTY;
    Predictor predictor = ofTwin ? twin(frame) : network(frame);
    return predictor.unit().values(predictor.deterministic(x));
  }

  private Predictor twin(Frame frame) {
    return new Predictor(schema, frame.experiment().network().withoutDropout(), frame.twin(), 0);
  }

  private Learned features(Frame frame) {
    var shape = schema.image().orElseThrow();
    return new Learned.Features(shape.width(), shape.height(), transposed(frame.weights().weights().getFirst()),
        frame.hasTwin() ? transposed(frame.twin().weights().getFirst()) : Matrix.EMPTY);
  }

  /// As many units as can be told apart on a screen.
  private static Matrix transposed(Matrix weights) {
    return Matrix.generate(Math.min(weights.cols(), SHOWN_FEATURES), weights.rows(), (unit, pixel) -> weights.at(pixel, unit));
  }

  /// The first `rows` rows of `all`.
  private static Tensor first(Tensor all, int rows) {
    if (rows == all.rows()) return all;
    Tensor some = new Tensor(rows, all.cols());
    for (int row = 0; row < rows; row++) some.copyRow(row, all, row);
    return some;
  }

  private Matrix truths(int rows) {
    Tensor y = data.shown().y();
    return Matrix.generate(rows, 1, (r, _) -> schema.targetScaling().toRaw(0, y.at(r, 0)));
  }

  private Matrix confusion(Matrix probabilities) {
    if (probabilities.isEmpty()) return Matrix.EMPTY;
    int classes = schema.classes().size();
    float[] counts = new float[classes * classes];
    for (int r = 0; r < probabilities.rows(); r++) {
      int best = 0;
      for (int c = 1; c < classes; c++) if (probabilities.at(r, c) > probabilities.at(r, best)) best = c;
      counts[data.shown().label(r) * classes + best]++;
    }
    return Matrix.copyOf(counts, classes, classes);
  }

  private Uncertainty uncertainty(Sitting sitting) {
    Frame frame = sitting.frame;
    PortraitRequest request = sitting.request;
    boolean regression = schema.task() == Task.REGRESSION;
    if (space.isCurve() && regression) return band(sitting);
    if (space.isPlane() && schema.inputs().size() == 2) return maps(sitting);
    int example = Math.clamp(request.example(), 0, data.shown().size() - 1);
    Tensor row = new Tensor(1, schema.inputs().size());
    row.copyRow(0, data.shown().x(), example);
    Matrix passes = McDropout.passesAt(network(frame), row, request.passes());
    if (regression)
      return new Uncertainty.ValuePasses(request.passes(), example, passes, truths(example + 1).get(example),
          noise(sitting));
    Predictive predictive = McDropout.predict(network(frame), row, request.passes(), true);
    return new Uncertainty.ClassPasses(request.passes(), example, schema.classes(), passes,
        data.shown().label(example), predictive.entropy().get(0), predictive.information().get(0));
  }

  private Uncertainty band(Sitting sitting) {
    Frame frame = sitting.frame;
    PortraitRequest request = sitting.request;
    Tensor x = space.curve(request.cells());
    int n = x.rows(), singles = Math.min(SINGLE_PASSES, request.passes());
    float[] drawn = new float[singles * n];
    Predictive predictive = McDropout.predict(network(frame), x, request.passes(), request.held(), (answer, t) -> {
      sitting.count.one();
      if (t < singles) System.arraycopy(answer.data(), 0, drawn, t * n, n);
    });
    TargetUnit unit = TargetUnit.of(schema);
    return new Uncertainty.Band(request.passes(), space.curveX(request.cells()), unit.values(predictive.mean()),
        unit.roots(predictive.variance()), noise(sitting), request.held(),
        unit.values(Matrix.copyOf(drawn, singles, n)));
  }

  private Noise noise(Sitting sitting) {
    if (!sitting.effort.tellsNoise()) return Noise.UNTOLD;
    Frame frame = sitting.frame;
    return NoiseFit.passes(network(frame), NoiseFit.examplesFor(frame.experiment().data(), data), true).asLearnt();
  }

  private Uncertainty maps(Sitting sitting) {
    PortraitRequest request = sitting.request;
    Predictive predictive = McDropout.predict(network(sitting.frame), space.grid(request.cells()), request.passes(),
        request.held(), (_, _) -> sitting.count.one());
    Matrix mean = Matrix.generate(predictive.mean().rows(), 1,
        (r, _) -> predictive.mean().at(r, predictive.classOf(r)));
    Matrix variance = Matrix.generate(predictive.mean().rows(), 1, (r, _) -> meanVariance(predictive.variance(), r));
    TargetUnit unit = TargetUnit.of(schema);
    return new Uncertainty.Maps(request.passes(), space.window(), request.cells(), request.cells(), unit.values(mean),
        unit.roots(variance), predictive.entropy(), predictive.information());
  }

  /// Over the columns; for two classes that of either probability.
  private static double meanVariance(Matrix variance, int row) {
    double sum = 0;
    for (int c = 0; c < variance.cols(); c++) sum += variance.at(row, c);
    return sum / variance.cols();
  }

  private Probe probe(Frame frame, PortraitRequest request, List<Double> at) {
    Tensor row = space.scaled(at);
    TargetUnit unit = TargetUnit.of(schema);
    Tensor deterministic = network(frame).deterministic(row);
    int column = schema.task() == Task.REGRESSION ? 0 : schema.classes().size() == 2 ? 1 : best(deterministic);
    float[] values = new float[request.passes()];
    Predictive says = McDropout.predict(network(frame), row, request.passes(), true,
        (answer, t) -> values[t] = answer.at(0, column));
    Matrix place = Matrix.generate(1, at.size(), (_, c) -> at.get(c));
    return new Probe(place, unit.values(Matrix.copyOf(values, values.length, 1)),
        unit.value(deterministic.at(0, column)), schema.task() == Task.REGRESSION ? -1 : column,
        unit.value(says.mean().at(0, column)), unit.length(says.sd(0, column)));
  }

  private static int best(Tensor probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.cols(); c++) if (probabilities.at(0, c) > probabilities.at(0, best)) best = c;
    return best;
  }
}
