package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.ForeignGlyphs;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.PlaneGround;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.frame.Viewport;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The results without numbers of which [FigureKind#ground] is drawn, and the grounds that need more than that.
final class Ground {
  private static final int MOST_FEATURES = 25;
  /// Of no method.
  static final Result QUALITY = new Result.QualityReport(0, 0, List.of(), List.of(), List.of(), List.of());

  private Ground() {}

  static Figure learned(Drawing on) {
    Schema schema = on.schema();
    boolean regression = schema.task() != Task.CLASSIFICATION;
    if (schema.image().isPresent() && on.experiment().network().body().isEmpty()) return features(on);
    if (InputSpace.isLine(schema))
      return new CurveFigure(on.data(), new Learned.FittedCurve(ends(on.data()), Matrix.EMPTY, Matrix.EMPTY));
    if (InputSpace.isPlane(schema)) return plane(on, regression ? List.of(schema.target()) : List.of());
    if (!regression)
      return new ConfusionFigure(new Learned.Confusion(schema.classes(), Matrix.EMPTY, Matrix.EMPTY), Which.NETWORK);
    Matrix truths = on.data().shownTargets(Math.max(1, on.data().shown().size() / schema.outputs()));
    return new ScatterFigure(new Learned.Scatter(truths, Matrix.EMPTY, Matrix.EMPTY, schema.outputs()), schema.target(),
        on.data().shownAs());
  }

  private static Figure features(Drawing on) {
    ImageShape shape = on.schema().image().orElseThrow();
    List<NetworkSpec.HiddenLayer> hidden = on.experiment().network().hidden();
    int units = hidden.isEmpty() ? on.schema().outputs() : hidden.getFirst().units();
    Matrix blank = Matrix.generate(Math.min(units, MOST_FEATURES), shape.pixels(), (_, _) -> 0);
    return new FeaturesFigure(new Learned.Features(shape.width(), shape.height(), blank, Matrix.EMPTY), Which.NETWORK);
  }

  private static Figure plane(Drawing on, List<String> titles) {
    return new PlaneGround(on.data(), InputSpace.window(on.data()), titles);
  }

  /// Both ends of the line.
  private static Matrix ends(DataSet data) {
    Viewport window = InputSpace.window(data);
    return Matrix.generate(2, 1, (end, _) -> (float) (end == 0 ? window.xMin() : window.xMax()));
  }

  static Figure line(Drawing on) {
    Span x = new Span();
    for (int row = 0; row < on.data().train().size(); row++)
      x.add(on.schema().inputScaling().toRaw(0, on.data().train().x().at(row, 0)));
    return new LineFigure(on.data(), new Result.Line(0, true, ends(on.data()), Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY,
        Noise.UNTOLD, Matrix.EMPTY, Matrix.EMPTY, x.min(), x.max(), List.of(), Optional.empty()), on.line());
  }

  static Figure map(Drawing on, Quantity quantity) { return plane(on, PlaneFigure.titlesAlone(quantity)); }

  /// Where passes are not of an example, a histogram has no axis yet.
  static Optional<Figure> passes(Drawing on) {
    boolean ofExample = !InputSpace.isLine(on.schema()) && !InputSpace.isPlane(on.schema());
    int classes = on.schema().classes().size(), row = Math.min(on.example(), on.data().shown().size() - 1);
    if (!ofExample && classes <= 2) return Optional.empty();
    Optional<PointPasses.Known> known = !ofExample ? Optional.empty()
        : Optional.of(new PointPasses.Known(row, on.data().shownTarget(row), on.data().holdsOut()));
    return Optional.of(Draw.passes(PointPasses.none(known, classes), on.schema()));
  }

  static Figure convergence(Drawing on) {
    return new ConvergenceFigure(Convergence.NONE, on.schema().task() == Task.REGRESSION ? on.schema().target()
        : Words.of("catalogue.probability"));
  }

  static Result rotation(Drawing on) {
    return new Result.Rotation(0, -1, on.schema().classes(), 0, 0, List.of(), Matrix.EMPTY, List.of(), Matrix.EMPTY,
        Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY);
  }

  static Result foreign(Drawing on) {
    Result.Area none = new Result.Area(Double.NaN, Double.NaN, Double.NaN);
    return new Result.Foreign(0, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, 0, 0, Matrix.EMPTY,
        Matrix.EMPTY, none, none, ForeignGlyphs.areDigits(on.experiment().data()));
  }
}
