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
record PlaneAnswer(QueryContext context, Query.Plane query) {
  Result.Plane find() {
    Tensor grid = context.space().grid(query.cells());
    Predictive predictive = context.predict(query.sampling(), grid);
    Optional<Result.Plane> ensemble = query.ensemble().map(members ->
        plane(EnsemblePrediction.of(members, context.schema()).predict(grid), Optional.empty(), Optional.empty()));
    return plane(predictive, ensemble, query.probe().filter(at -> at.size() == 2).map(this::passes));
  }

  private Result.Plane plane(Predictive says, Optional<Result.Plane> ensemble, Optional<PointPasses> probe) {
    TargetUnit unit = context.unit();
    return new Result.Plane(says.passes(), context.space().window(), query.cells(), query.cells(),
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

  private PointPasses passes(List<Double> at) {
    return PointAnswer.at(context, query.sampling(), Matrix.row(at.getFirst(), at.getLast()),
        context.noise(query.sampling(), new NoiseSource.Fitted()));
  }
}
