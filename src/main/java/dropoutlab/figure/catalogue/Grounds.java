package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.learned.PlaneGround;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.passes.BandFigure;
import dropoutlab.figure.passes.ClassStripFigure;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.HistogramFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.passes.RotationFigure;
import dropoutlab.figure.passes.UncertaintyMapFigure;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.History;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.frame.Uncertainty;
import dropoutlab.frame.Viewport;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The grounds that answers will stand on, for as long as there is no answer: each is the very figure of the answer,
/// with the axes that it will have and the data that are known, and nothing else. See [WaitingFigure].
public final class Grounds {
  private static final int MOST_FEATURES = 25;

  private Grounds() {}

  /// Of what a network will have learned.
  public static Figure learned(DataSet data, NetworkSpec network) {
    Schema schema = data.schema();
    boolean regression = schema.task() == Task.REGRESSION;
    if (schema.image().isPresent() && network.body().isEmpty()) return features(schema, network);
    if (isLine(schema)) return new CurveFigure(data, new Learned.FittedCurve(ends(data), Matrix.EMPTY, Matrix.EMPTY));
    if (isPlane(schema)) return plane(data, regression ? List.of(schema.target()) : List.of());
    if (!regression)
      return new ConfusionFigure(new Learned.Confusion(schema.classes(), Matrix.EMPTY, Matrix.EMPTY), Which.NETWORK);
    return new ScatterFigure(new Learned.Scatter(truths(data), Matrix.EMPTY, Matrix.EMPTY), schema.target(),
        data.shownAs());
  }

  /// Whether network and twin will have a picture each.
  public static boolean isPair(Schema schema) { return !isLine(schema) && !isValues(schema); }

  /// Whether answers are curves along one input.
  public static boolean isLine(Schema schema) {
    return schema.image().isEmpty() && schema.inputs().size() == 1 && schema.task() == Task.REGRESSION;
  }

  /// Whether answers are maps over two inputs.
  public static boolean isPlane(Schema schema) { return schema.image().isEmpty() && schema.inputs().size() == 2; }

  private static boolean isValues(Schema schema) { return schema.task() == Task.REGRESSION && !isPlane(schema); }

  private static Figure features(Schema schema, NetworkSpec network) {
    ImageShape shape = schema.image().orElseThrow();
    int units = network.hidden().isEmpty() ? schema.outputs() : network.hidden().getFirst().units();
    Matrix blank = Matrix.generate(Math.min(units, MOST_FEATURES), shape.pixels(), (_, _) -> 0);
    return new FeaturesFigure(new Learned.Features(shape.width(), shape.height(), blank, Matrix.EMPTY), Which.NETWORK);
  }

  private static Figure plane(DataSet data, List<String> titles) {
    return new PlaneGround(data, InputSpace.window(data), titles);
  }

  /// Both ends of the line.
  private static Matrix ends(DataSet data) {
    Viewport window = InputSpace.window(data);
    return Matrix.generate(2, 1, (end, _) -> (float) (end == 0 ? window.xMin() : window.xMax()));
  }

  private static Matrix truths(DataSet data) {
    return Matrix.generate(data.shown().size(), 1,
        (row, _) -> data.schema().targetScaling().toRaw(0, data.shown().y().at(row, 0)));
  }

  /// Of the passes beside the training.
  ///
  /// @param example the row of the validation set that they will be of, where they are of one
  public static Figure uncertainty(DataSet data, int example) {
    Schema schema = data.schema();
    if (isLine(schema))
      return new BandFigure(data,
          new Uncertainty.Band(0, ends(data), Matrix.EMPTY, Matrix.EMPTY, Noise.UNTOLD, true, Matrix.EMPTY));
    if (isPlane(schema)) return plane(data, List.of(UncertaintyMapFigure.Quantity.SD.title()));
    int row = Math.clamp(example, 0, data.shown().size() - 1);
    if (schema.task() == Task.REGRESSION)
      return HistogramFigure.of(
          new Uncertainty.ValuePasses(0, row, Matrix.EMPTY, truths(data).get(row), Noise.UNTOLD), schema,
          data.shownAs());
    return new ClassStripFigure(new Uncertainty.ClassPasses(0, row, schema.classes(),
        Matrix.generate(0, schema.classes().size(), (_, _) -> 0), data.shown().label(row), Double.NaN, Double.NaN),
        data.shownAs());
  }

  /// Whether passes will be taken at a probe.
  public static boolean hasProbe(Schema schema) { return isLine(schema) || isPlane(schema); }

  /// Of the loss: an axis of so many epochs.
  public static Figure loss(LossFigure.Options options) {
    return new LossFigure(new History() {
      @Override public int size() { return 0; }

      @Override public int epoch(int row) { throw new IndexOutOfBoundsException(row); }

      @Override public List<dropoutlab.frame.Curve> curves() { return List.of(); }

      @Override public float value(int column, int row) { throw new IndexOutOfBoundsException(row); }
    }, options);
  }

  /// Where the training data begin and end along their one input.
  private static Span span(DataSet data) {
    Span x = new Span();
    for (int row = 0; row < data.train().size(); row++)
      x.add(data.schema().inputScaling().toRaw(0, data.train().x().at(row, 0)));
    return x;
  }

  /// Of mean and bands along the one input.
  public static Figure line(DataSet data, LineFigure.Options options) {
    Span x = span(data);
    return new LineFigure(data, new Result.Line(0, true, ends(data), Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY,
        Noise.UNTOLD, Matrix.EMPTY, Matrix.EMPTY, x.min(), x.max(), List.of(), Optional.empty()), options);
  }

  /// What will be mapped: entropy and information are of classes alone.
  public static List<PlaneFigure.Quantity> quantities(Schema schema) {
    return schema.task() == Task.REGRESSION ? List.of(PlaneFigure.Quantity.MEAN, PlaneFigure.Quantity.VARIANCE)
        : List.of(PlaneFigure.Quantity.values());
  }

  /// Of a map of `quantity`.
  public static Figure map(DataSet data, PlaneFigure.Quantity quantity) {
    return plane(data, switch (quantity) {
      case MEAN -> List.of("mean of the passes", "mean");
      case ENTROPY -> List.of("entropy, nats", "nats");
      case INFORMATION -> List.of("information, nats", "nats");
      case VARIANCE -> List.of("variance of the passes", "variance", "var.");
    });
  }

  /// The part of the plane that maps cover.
  public static Viewport window(DataSet data) { return InputSpace.window(data); }

  /// Of the passes at one input, a column a class; empty where they will be a histogram, which has no axis yet.
  public static Optional<Figure> passes(Schema schema) {
    int classes = schema.task() == Task.REGRESSION ? 0 : schema.classes().size();
    if (classes <= 2) return Optional.empty();
    Matrix none = Matrix.generate(0, classes, (_, _) -> 0);
    return Optional.of(new PassesStrip(new PointPasses(Matrix.EMPTY, none, Matrix.EMPTY, Optional.empty(), 0, 0, NONE, List.of()), schema, OptionalInt.empty()));
  }

  private static final Convergence NONE =
      new Convergence(List.of(), List.of(), List.of(), List.of(), List.of());

  /// Of how the estimates settle.
  public static Figure convergence(Schema schema) {
    return new ConvergenceFigure(NONE, schema.task() == Task.REGRESSION ? schema.target() : "p");
  }

  /// Of the probabilities of a picture that turns in even steps.
  public static Figure rotation(Schema schema) {
    return new RotationFigure(new Result.Rotation(0, -1, schema.classes(), 0, 0, List.of(), Matrix.EMPTY, List.of(),
        Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY));
  }

  /// Of foreign glyphs against the validation images.
  public static Figure foreign(boolean digits) {
    Result.Area none = new Result.Area(Double.NaN, Double.NaN, Double.NaN);
    return new SeparationFigure(new Result.Foreign(0, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, 0, 0,
        Matrix.EMPTY, Matrix.EMPTY, none, none, digits));
  }

  /// Of whether predictions keep their word.
  public static Figure honesty(Schema schema) {
    return schema.task() == Task.REGRESSION ? new CoverageFigure(List.of(), schema.target())
        : new CalibrationFigure(List.of());
  }

  /// Of whether they know where they err.
  ///
  /// @param error what is measured, with its unit
  public static Figure sparsification(String error) { return new SparsificationFigure(List.of(), error); }
}
