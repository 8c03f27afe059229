package dropoutlab.predict.query;

import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictive;
import java.util.List;
import java.util.Optional;

/// Maps over two inputs.
record PlaneAnswer(Inquiry inquiry, InputSpace space, Query.Plane question) {
  Result.Plane find() {
    Tensor grid = space.grid(question.cells());
    Predictive predictive = inquiry.predict(grid);
    Optional<Result.Plane> ensemble = question.ensemble().map(members ->
        plane(EnsemblePrediction.of(members, inquiry.schema()).predict(grid), Optional.empty(), Optional.empty()));
    return plane(predictive, ensemble, probe());
  }

  private Result.Plane plane(Predictive says, Optional<Result.Plane> ensemble, Optional<PointPasses> probe) {
    TargetUnit unit = inquiry.unit();
    return new Result.Plane(says.passes(), space.window(), question.cells(), question.cells(),
        unit.values(says.mean()), unit.variances(meanOfColumns(says.variance())), says.entropy(), says.information(),
        ensemble, probe);
  }

  private static Matrix meanOfColumns(Matrix table) {
    return Matrix.generate(table.rows(), 1, (row, _) -> {
      double sum = 0;
      for (int c = 0; c < table.cols(); c++) sum += table.at(row, c);
      return sum / table.cols();
    });
  }

  private Optional<PointPasses> probe() {
    return question.probe().filter(at -> at.size() == 2).map(this::passes);
  }

  private PointPasses passes(List<Double> at) {
    Matrix place = Matrix.row(at.getFirst(), at.getLast());
    return new PointAnswer(inquiry, place, space.scaled(at), inquiry.noise(new NoiseSource.Fitted())).passes();
  }
}
