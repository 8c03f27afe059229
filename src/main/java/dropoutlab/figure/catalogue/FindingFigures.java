package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
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
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Picture;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import java.util.Optional;
import java.util.OptionalInt;

/// Which figure shows which side of a finding.
public final class FindingFigures {
  private FindingFigures() {}

  static Optional<Figure> of(Result finding, Picture picture, DataSet data) {
    return switch (finding) {
      case Result.Line line -> picture == Picture.BAND
          ? Optional.of(new LineFigure(data, line, LineFigure.Options.PRINT))
          : line.probe().flatMap(probe -> ofPoint(probe, picture, data.schema()));
      case Result.Plane plane -> ofPlane(plane, picture, data);
      case Result.Point point -> ofPoint(point.passes(), picture, data.schema());
      case Result.Rotation rotation -> only(Picture.ROTATION, picture, () -> new RotationFigure(rotation));
      case Result.Foreign foreign -> only(Picture.SEPARATION, picture, () -> new SeparationFigure(foreign));
      case Result.QualityReport report -> ofQuality(report, picture, data.schema());
    };
  }

  @FunctionalInterface
  private interface Drawing {
    Figure figure();
  }

  private static Optional<Figure> only(Picture one, Picture wanted, Drawing drawing) {
    return one == wanted ? Optional.of(drawing.figure()) : Optional.empty();
  }

  private static Optional<Figure> ofPlane(Result.Plane plane, Picture picture, DataSet data) {
    return switch (picture) {
      case MAPS -> Optional.of(new MapsFigure(data, plane));
      case MEAN_MAP -> map(plane, Quantity.MEAN, data);
      case ENTROPY_MAP -> map(plane, Quantity.ENTROPY, data);
      case INFORMATION_MAP -> map(plane, Quantity.INFORMATION, data);
      case VARIANCE_MAP -> map(plane, Quantity.VARIANCE, data);
      case PASSES, VOTERS, CONVERGENCE -> plane.probe().flatMap(probe -> ofPoint(probe, picture, data.schema()));
      case BAND, CALIBRATION, COVERAGE, SPARSIFICATION, ROTATION, SEPARATION -> Optional.empty();
    };
  }

  private static Optional<Figure> map(Result.Plane plane, Quantity quantity, DataSet data) {
    return PlaneFigure.quantities(plane).contains(quantity) ? Optional.of(new PlaneFigure(data, plane, quantity))
        : Optional.empty();
  }

  private static Optional<Figure> ofPoint(PointPasses passes, Picture picture, Schema schema) {
    return switch (picture) {
      case PASSES -> Optional.of(passes.values().cols() > 2 ? new PassesStrip(passes, schema, OptionalInt.empty())
          : new PassesHistogram(passes, schema));
      case VOTERS -> Optional.of(new VotersFigure(passes, schema, Optional.empty()));
      case CONVERGENCE -> Optional.of(new ConvergenceFigure(passes.convergence(), HistogramContent.quantity(passes, schema)));
      case BAND, MAPS, MEAN_MAP, ENTROPY_MAP, INFORMATION_MAP, VARIANCE_MAP, CALIBRATION, COVERAGE, SPARSIFICATION,
           ROTATION, SEPARATION -> Optional.empty();
    };
  }

  /// What the histogram and the convergence of a point are of.

  private static Optional<Figure> ofQuality(Result.QualityReport report, Picture picture, Schema schema) {
    return switch (picture) {
      case CALIBRATION -> report.reliability().isEmpty() ? Optional.empty()
          : Optional.of(new CalibrationFigure(report.reliability()));
      case COVERAGE -> report.coverage().isEmpty() ? Optional.empty()
          : Optional.of(new CoverageFigure(report.coverage(), schema.target()));
      case SPARSIFICATION -> report.sparsification().isEmpty() ? Optional.empty()
          : Optional.of(new SparsificationFigure(report.sparsification(), error(schema)));
      case BAND, MAPS, MEAN_MAP, ENTROPY_MAP, INFORMATION_MAP, VARIANCE_MAP, PASSES, VOTERS, CONVERGENCE, ROTATION,
           SEPARATION -> Optional.empty();
    };
  }

  /// What sparsification measures of a task.
  static String error(Schema schema) {
    return schema.task() == Task.REGRESSION ? "RMSE of " + schema.target() : "share wrong";
  }
}
