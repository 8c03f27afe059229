package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.figure.ConfusionFigure;
import dropoutlab.figure.CurveFigure;
import dropoutlab.figure.DecisionFigure;
import dropoutlab.figure.FeaturesFigure;
import dropoutlab.figure.Figure;
import dropoutlab.figure.ScatterFigure;
import dropoutlab.figure.SurfaceFigure;
import dropoutlab.figure.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Table;

/// Which figure shows what was learned.
final class LearnedFigures {
  private LearnedFigures() {}

  static Figure of(Learned learned, Which which, DataSet data) {
    return switch (learned) {
      case Learned.DecisionMap map -> new DecisionFigure(data, map, which);
      case Learned.FittedCurve curve -> new CurveFigure(data, curve);
      case Learned.Surface surface -> new SurfaceFigure(data, surface, which);
      case Learned.Features features -> new FeaturesFigure(features, which);
      case Learned.Confusion confusion -> new ConfusionFigure(confusion, which);
      case Learned.Scatter scatter -> new ScatterFigure(scatter, data.schema().target());
    };
  }

  /// Whether network and twin have a picture each; else both stand in one.
  static boolean isPair(Learned learned) {
    return hasTwin(learned) && switch (learned) {
      case Learned.DecisionMap _, Learned.Surface _, Learned.Features _, Learned.Confusion _ -> true;
      case Learned.FittedCurve _, Learned.Scatter _ -> false;
    };
  }

  static boolean hasTwin(Learned learned) {
    Table twin = switch (learned) {
      case Learned.DecisionMap map -> map.twin();
      case Learned.FittedCurve curve -> curve.twin();
      case Learned.Surface surface -> surface.twin();
      case Learned.Features features -> features.twin();
      case Learned.Confusion confusion -> confusion.twin();
      case Learned.Scatter scatter -> scatter.twin();
    };
    return !twin.isEmpty();
  }
}
