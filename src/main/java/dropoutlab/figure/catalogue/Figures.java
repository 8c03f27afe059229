package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.learned.SurfaceFigure;
import dropoutlab.figure.passes.BandFigure;
import dropoutlab.figure.passes.ClassStripFigure;
import dropoutlab.figure.passes.HistogramContent;
import dropoutlab.figure.passes.HistogramFigure;
import dropoutlab.figure.passes.UncertaintyMapFigure.Quantity;
import dropoutlab.figure.passes.UncertaintyMapFigure;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Picture;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Result;
import dropoutlab.frame.Uncertainty;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which figure shows what was learned, and which how sure of it the network is.
public final class Figures {
  private Figures() {}

  /// `which` counts only where network and twin have a picture each: see [#isPair]. `probe` is marked where the picture
  /// has a place for it.
  public static Figure of(Learned learned, Which which, Optional<Probe> probe, DataSet data) {
    return switch (learned) {
      case Learned.DecisionMap map -> new DecisionFigure(data, map, which, place(probe));
      case Learned.FittedCurve curve -> new CurveFigure(data, curve, place(probe));
      case Learned.Surface surface -> new SurfaceFigure(data, surface, which, place(probe));
      case Learned.Features features -> new FeaturesFigure(features, which);
      case Learned.Confusion confusion -> new ConfusionFigure(confusion, which);
      case Learned.Scatter scatter -> new ScatterFigure(scatter, data.schema().target(), data.shownAs());
    };
  }

  /// `quantity` counts only for maps; `probe` is marked where the picture has a place for it.
  public static Figure of(Uncertainty uncertainty, Quantity quantity, Optional<Probe> probe, DataSet data) {
    return switch (uncertainty) {
      case Uncertainty.Maps maps -> new UncertaintyMapFigure(data, maps, quantity, probe);
      case Uncertainty.Band band -> new BandFigure(data, band, place(probe));
      case Uncertainty.ClassPasses passes -> new ClassStripFigure(passes, data.shownAs());
      case Uncertainty.ValuePasses passes -> HistogramFigure.of(passes, data.schema(), data.shownAs());
    };
  }

  /// One of the pictures of a finding; empty where it has no such side.
  public static Optional<Figure> of(Result finding, Picture picture, DataSet data) {
    return FindingFigures.of(finding, picture, data);
  }

  /// What the passes at a point are of, with its unit: "CO₂, ppm" or "p(class 3)".
  public static String quantity(PointPasses passes, Schema schema) { return HistogramContent.quantity(passes, schema); }

  /// What sparsification measures of a task, with its unit: "RMSE of CO₂, ppm" or "share wrong".
  public static String errorName(Schema schema) { return FindingFigures.error(schema); }

  private static Optional<List<Double>> place(Optional<Probe> probe) {
    return probe.map(found -> IntStream.range(0, found.at().size()).mapToObj(i -> found.at().get(i)).toList());
  }

  /// What the loss of a task measures, with its unit.
  public static String lossName(Task task) {
    return switch (task) {
      case CLASSIFICATION -> "cross-entropy, nats";
      case REGRESSION -> "mean squared error, standardised";
    };
  }

  /// Whether network and twin have a picture each; else both stand in one.
  public static boolean isPair(Learned learned) {
    return hasTwin(learned) && switch (learned) {
      case Learned.DecisionMap _, Learned.Surface _, Learned.Features _, Learned.Confusion _ -> true;
      case Learned.FittedCurve _, Learned.Scatter _ -> false;
    };
  }

  public static boolean hasTwin(Learned learned) {
    Matrix twin = switch (learned) {
      case Learned.DecisionMap map -> map.twin();
      case Learned.FittedCurve curve -> curve.twin();
      case Learned.Surface surface -> surface.twin();
      case Learned.Features features -> features.twin();
      case Learned.Confusion confusion -> confusion.twin();
      case Learned.Scatter scatter -> scatter.twin();
    };
    return !twin.isEmpty();
  }

  /// Whether this quantity can be mapped: entropy and information are of classes.
  public static boolean has(Uncertainty uncertainty, Quantity quantity) {
    return uncertainty instanceof Uncertainty.Maps maps && switch (quantity) {
      case SD, MEAN -> true;
      case ENTROPY, INFORMATION -> !maps.entropy().isEmpty();
    };
  }

  /// Whether a probe can be moved over the picture.
  public static boolean hasProbe(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.Maps _, Uncertainty.Band _ -> true;
      case Uncertainty.ClassPasses _, Uncertainty.ValuePasses _ -> false;
    };
  }

  /// The row of the examples shown that the passes are of; empty where they are of the whole plane.
  public static Optional<Integer> example(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.ClassPasses passes -> Optional.of(passes.example());
      case Uncertainty.ValuePasses passes -> Optional.of(passes.example());
      case Uncertainty.Maps _, Uncertainty.Band _ -> Optional.empty();
    };
  }
}
