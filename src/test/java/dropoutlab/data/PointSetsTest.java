package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Oracles: by hand.
class PointSetsTest {
  private static DataSet load(Task task, List<DataSpec.Point> points) {
    return DataSets.load(new DataSpec.Points(task, points, 0.25, null), 4, Path.of("."));
  }

  private static List<DataSpec.Point> points(int count, int classes) {
    return IntStream.range(0, count).mapToObj(i -> new DataSpec.Point(i, i * i, 2 + 3 * (i % classes))).toList();
  }

  @Test void pointsOfSeveralLabelsAreClassesOfTwoInputs() {
    DataSet data = load(Task.CLASSIFICATION, points(12, 3));
    assertThat(data.schema().inputs()).containsExactly("x", "y");
    assertThat(data.schema().classes()).containsExactly("2", "5", "8");
    assertThat(data.validation().size()).isEqualTo(3);
    for (int row = 0; row < data.train().size(); row++) {
      long x = Math.round(data.schema().inputScaling().toRaw(0, data.train().x().at(row, 0)));
      assertThat(data.train().label(row)).isEqualTo((int) (x % 3));
    }
  }

  @Test void pointsOfRegressionReadYAsTheTarget() {
    DataSet data = load(Task.REGRESSION, points(8, 1));
    assertThat(data.schema().inputs()).containsExactly("x");
    for (int row = 0; row < data.train().size(); row++) {
      long x = Math.round(data.schema().inputScaling().toRaw(0, data.train().x().at(row, 0)));
      assertThat(Math.round(data.schema().targetScaling().toRaw(0, data.train().y().at(row, 0)))).isEqualTo(x * x);
    }
  }

  @Test void everyClassStaysInTheTrainingPart() {
    List<DataSpec.Point> lonely = List.of(new DataSpec.Point(0, 0, 1), new DataSpec.Point(1, 1, 0),
        new DataSpec.Point(2, 1, 0), new DataSpec.Point(3, 1, 0), new DataSpec.Point(4, 1, 0));
    DataSet data = load(Task.CLASSIFICATION, lonely);
    assertThat(IntStream.range(0, data.train().size()).filter(row -> data.train().label(row) == 1)).hasSize(1);
    assertThat(data.validation().size()).isEqualTo(1);
  }

  @Test void tooFewPointsAreToldInASentence() {
    assertThatThrownBy(() -> load(Task.REGRESSION, List.of())).isExactlyInstanceOf(DataException.class)
        .hasMessage("The set of points is empty.");
    assertThatThrownBy(() -> load(Task.REGRESSION, points(1, 1))).isExactlyInstanceOf(DataException.class)
        .hasMessage("The set of points has too few examples: none can be held out for validation.");
    assertThatThrownBy(() -> load(Task.CLASSIFICATION, points(9, 1))).isExactlyInstanceOf(DataException.class)
        .hasMessage("The set of points has only one class, \"2\"; at least two are needed.");
    assertThatThrownBy(() -> load(Task.CLASSIFICATION, points(2, 2))).isExactlyInstanceOf(DataException.class)
        .hasMessage("The set of points has too few examples: none can be held out for validation.");
  }
}
