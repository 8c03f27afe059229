package dropoutlab.predict;

import dropoutlab.frame.Finding;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Question;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import java.util.List;
import java.util.Optional;

/// Maps over two inputs.
record PlaneAnswer(Inquiry inquiry, InputSpace space, Question.Plane question) {
  Finding.Plane find() {
    Tensor grid = space.grid(question.cells());
    Predictive predictive = inquiry.predict(grid);
    Optional<Finding.Plane> ensemble = question.ensemble().map(members ->
        plane(EnsemblePrediction.of(members, inquiry.schema()).predict(grid), Optional.empty(), Optional.empty()));
    return plane(predictive, ensemble, probe());
  }

  private Finding.Plane plane(Predictive says, Optional<Finding.Plane> ensemble, Optional<PointPasses> probe) {
    TargetUnit unit = inquiry.unit();
    return new Finding.Plane(says.passes(), space.window(), question.cells(), question.cells(),
        unit.values(says.mean()), unit.variances(meanOfColumns(says.variance())), says.entropy(), says.information(),
        ensemble, probe);
  }

  private static Table meanOfColumns(Table table) {
    return Table.generate(table.rows(), 1, (row, _) -> {
      double sum = 0;
      for (int c = 0; c < table.cols(); c++) sum += table.at(row, c);
      return sum / table.cols();
    });
  }

  private Optional<PointPasses> probe() {
    return question.probe().filter(at -> at.size() == 2).map(this::passes);
  }

  private PointPasses passes(List<Double> at) {
    Table place = Table.row(at.getFirst(), at.getLast());
    return new PointAnswer(inquiry, place, space.scaled(at), inquiry.noise(new NoiseSource.Fitted())).passes();
  }
}
