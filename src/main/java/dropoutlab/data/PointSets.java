package dropoutlab.data;

import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Data sets of points that the user clicked onto the plot.
final class PointSets {
  private PointSets() {}

  static DataSet load(DataSpec.Points spec, RandomStream random) {
    if (spec.points().isEmpty()) throw new DataException(Words.of("data.points.empty"));
    String name = Words.of("data.points.name");
    boolean regression = spec.task() == Task.REGRESSION;
    List<String> labels = spec.points().stream().map(point -> Integer.toString(point.label())).toList();
    List<String> classes = regression ? List.of() : ClassLabels.of(labels, name);
    List<double[]> inputs = new ArrayList<>();
    double[] targets = new double[labels.size()];
    int[] classOf = new int[labels.size()];
    for (int i = 0; i < targets.length; i++) {
      DataSpec.Point point = spec.points().get(i);
      inputs.add(regression ? new double[] {point.x()} : new double[] {point.x(), point.y()});
      classOf[i] = regression ? 0 : classes.indexOf(labels.get(i));
      targets[i] = regression ? point.y() : classOf[i];
    }
    RawExamples all = new RawExamples(inputs, targets);
    Split split = Split.of(classOf, spec.validationShare(), random, name);
    Columns columns = regression ? Columns.ofRegression(List.of("x"), "y")
        : Columns.ofClasses(PlaneSets.INPUTS, "class", classes);
    return columns.scale(all.pick(split.train()), all.pick(split.validation()));
  }
}
