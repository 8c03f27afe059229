package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.PlaneFigure.Quantity;
import dropoutlab.frame.Finding;
import dropoutlab.frame.PointPasses;
import dropoutlab.spec.Task;
import java.util.Optional;
import java.util.OptionalInt;

/// Which figure shows which side of a finding.
final class FindingFigures {
  private FindingFigures() {}

  static Optional<Figure> of(Finding finding, Picture picture, DataSet data) {
    return switch (finding) {
      case Finding.Line line -> picture == Picture.BAND
          ? Optional.of(new LineFigure(data, line, LineFigure.Options.PRINT))
          : line.probe().flatMap(probe -> ofPoint(probe, picture, data.schema()));
      case Finding.Plane plane -> ofPlane(plane, picture, data);
      case Finding.Point point -> ofPoint(point.passes(), picture, data.schema());
      case Finding.Rotation rotation -> only(Picture.ROTATION, picture, () -> new RotationFigure(rotation));
      case Finding.Foreign foreign -> only(Picture.SEPARATION, picture, () -> new SeparationFigure(foreign));
      case Finding.QualityReport report -> ofQuality(report, picture, data.schema());
    };
  }

  @FunctionalInterface
  private interface Drawing {
    Figure figure();
  }

  private static Optional<Figure> only(Picture one, Picture wanted, Drawing drawing) {
    return one == wanted ? Optional.of(drawing.figure()) : Optional.empty();
  }

  private static Optional<Figure> ofPlane(Finding.Plane plane, Picture picture, DataSet data) {
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

  private static Optional<Figure> map(Finding.Plane plane, Quantity quantity, DataSet data) {
    return PlaneFigure.quantities(plane).contains(quantity) ? Optional.of(new PlaneFigure(data, plane, quantity))
        : Optional.empty();
  }

  private static Optional<Figure> ofPoint(PointPasses passes, Picture picture, Schema schema) {
    return switch (picture) {
      case PASSES -> Optional.of(passes.values().cols() > 2 ? new PassesStrip(passes, schema, OptionalInt.empty())
          : new PassesHistogram(passes, schema));
      case VOTERS -> Optional.of(new VotersFigure(passes, schema, Optional.empty()));
      case CONVERGENCE -> Optional.of(new ConvergenceFigure(passes.convergence(), quantity(passes, schema)));
      case BAND, MAPS, MEAN_MAP, ENTROPY_MAP, INFORMATION_MAP, VARIANCE_MAP, CALIBRATION, COVERAGE, SPARSIFICATION,
           ROTATION, SEPARATION -> Optional.empty();
    };
  }

  /// What the histogram and the convergence of a point are of.
  static String quantity(PointPasses passes, Schema schema) {
    return passes.scores().isPresent() ? "p(class " + schema.classes().get(passes.column()) + ")" : schema.target();
  }

  private static Optional<Figure> ofQuality(Finding.QualityReport report, Picture picture, Schema schema) {
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
