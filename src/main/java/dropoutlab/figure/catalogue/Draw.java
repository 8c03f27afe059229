package dropoutlab.figure.catalogue;

import dropoutlab.card.Equations;
import dropoutlab.card.place.Placement;
import dropoutlab.data.Schema;
import dropoutlab.figure.card.EquationsFigure;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.learned.SurfaceFigure;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.HistogramContent;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.MapsFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.passes.RotationFigure;
import dropoutlab.figure.passes.VotersFigure;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.figure.variant.SeedsFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.Result;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.spec.Task;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// How the figures of [FigureKind] are drawn of what was found: of another kind of result there is none.
public final class Draw {
  private Draw() {}

  /// What the loss of a task measures, with its unit.
  public static String lossName(Task task) {
    return switch (task) {
      case CLASSIFICATION -> Words.of("catalogue.loss.classes");
      case REGRESSION -> Words.of("catalogue.loss.numbers");
      case RECONSTRUCTION -> Words.of("autoencoder.loss");
    };
  }

  static Figure loss(Frame frame, Drawing on) {
    return new LossFigure(frame.history(), new LossFigure.Options(on.log(), frame.scrubbed(), rate(frame.dropRates()),
        frame.progress().epoch(), lossName(on.schema().task())));
  }

  /// The losses of A and B.
  static Figure lossPair(Frame frame, Drawing on) {
    return new LossFigure(frame.history(), new LossFigure.Options(true, frame.scrubbed(), "", frame.progress().epoch(),
        lossName(on.schema().task()), Versus.of(frame).losses()));
  }

  /// The equations of the network's method.
  static Figure equations(Frame frame) {
    Equations equations = Placement.own(frame.experiment()).equations();
    return new Figure() {
      @Override public void draw(Pen pen, double width, double height, Theme theme) {
        of(theme).draw(pen, width, height, theme);
      }

      @Override public Description describe() { return of(Theme.LIGHT).describe(); }

      private EquationsFigure of(Theme theme) {
        return new EquationsFigure(equations, Optional.empty(), "", theme.accent(), theme.accentPale());
      }
    };
  }

  /// The drop rate that stands beside the validation curve: that of the hidden layers, or that they differ; "" without any.
  public static String rate(List<Double> dropRates) {
    List<Double> hidden = dropRates.subList(1, dropRates.size());
    if (hidden.isEmpty()) return "";
    double least = Collections.min(hidden);
    return least == Collections.max(hidden) ? Shown.dropRate(least)
        : Words.of("catalogue.loss.rates");
  }

  /// Whether network and twin have a picture each; else both stand in one.
  public static boolean isPair(Schema schema) {
    return schema.task() == Task.CLASSIFICATION || InputSpace.isPlane(schema) || schema.image().isPresent();
  }

  static BiFunction<Result, Drawing, Optional<Figure>> learned(Which which) {
    return (result, on) -> result instanceof Learned learned && (which == Which.NETWORK || !learned.twin().isEmpty())
        ? Optional.of(learned(learned, which, on)) : Optional.empty();
  }

  static Figure learned(Learned learned, Which which, Drawing on) {
    return switch (learned) {
      case Learned.DecisionMap map -> new DecisionFigure(on.data(), map, which, on.probe());
      case Learned.FittedCurve curve -> new CurveFigure(on.data(), curve, on.probe());
      case Learned.Surface surface -> new SurfaceFigure(on.data(), surface, which, on.probe());
      case Learned.Features features -> new FeaturesFigure(features, which);
      case Learned.Confusion confusion -> new ConfusionFigure(confusion, which);
      case Learned.Scatter scatter -> new ScatterFigure(scatter, on.schema().target(), on.data().shownAs());
    };
  }

  static Optional<Figure> line(Result result, Drawing on) {
    return result instanceof Result.Line line ? Optional.of(new LineFigure(on.data(), line, on.line()))
        : Optional.empty();
  }

  static Optional<Figure> maps(Result result, Drawing on) {
    return result instanceof Result.Plane plane ? Optional.of(new MapsFigure(on.data(), plane)) : Optional.empty();
  }

  static BiFunction<Result, Drawing, Optional<Figure>> map(Quantity quantity) {
    return (result, on) -> {
      if (!(result instanceof Result.Plane plane) || !quantity.isOf(on.schema().task())) return Optional.empty();
      if (on.alone()) return Optional.of(PlaneFigure.alone(on.data(), plane, quantity));
      return Optional.of(on.ensemble() && plane.ensemble().isPresent()
          ? PlaneFigure.ofEnsemble(on.data(), plane, quantity) : new PlaneFigure(on.data(), plane, quantity));
    };
  }

  /// The passes at one input that were found: of a point, or of the probe on a line or a plane.
  public static Optional<PointPasses> point(Result result) {
    return switch (result) {
      case Result.Point point -> Optional.of(point.passes());
      case Result.Line line -> line.probe();
      case Result.Plane plane -> plane.probe();
      case Learned _, Evidence _, Result.Rotation _, Result.Foreign _, Result.QualityReport _ -> Optional.empty();
    };
  }

  static Optional<Figure> passes(Result result, Drawing on) { return point(result).map(at -> passes(at, on.schema())); }

  static Figure passes(PointPasses at, Schema schema) {
    return schema.classes().size() > 2 ? new PassesStrip(at, schema) : new PassesHistogram(at, schema);
  }

  static Optional<Figure> voters(Result result, Drawing on) {
    return point(result).map(at -> new VotersFigure(at, on.schema(), on.weights()));
  }

  static Optional<Figure> convergence(Result result, Drawing on) {
    return point(result)
        .map(at -> new ConvergenceFigure(at.convergence(), HistogramContent.quantity(at, on.schema())));
  }

  private static Optional<Result.QualityReport> report(Result result) {
    return result instanceof Result.QualityReport report ? Optional.of(report) : Optional.empty();
  }

  static Optional<Figure> calibration(Result result, Drawing on) {
    return report(result).filter(_ -> on.schema().task() == Task.CLASSIFICATION)
        .map(report -> new CalibrationFigure(report.reliability()));
  }

  static Optional<Figure> coverage(Result result, Drawing on) {
    return report(result).filter(_ -> on.schema().task() == Task.REGRESSION)
        .map(report -> new CoverageFigure(report.coverage(), on.schema().target()));
  }

  static Optional<Figure> sparsification(Result result, Drawing on) {
    String error = on.schema().task() == Task.REGRESSION
        ? Words.of("catalogue.error.numbers", on.schema().target()) : Words.of("catalogue.error.classes");
    return report(result).map(report -> new SparsificationFigure(report.sparsification(), error));
  }

  static Optional<Figure> rotation(Result result, Drawing on) {
    return result instanceof Result.Rotation turned ? Optional.of(new RotationFigure(turned)) : Optional.empty();
  }

  static Optional<Figure> separation(Result result, Drawing on) {
    return result instanceof Result.Foreign foreign ? Optional.of(new SeparationFigure(foreign)) : Optional.empty();
  }

  static Figure seeds(Replicates replicates, Drawing on) {
    return new SeedsFigure(SeedWords.of(replicates, on.experiment(), on.schema()), replicates.all().size());
  }
}
