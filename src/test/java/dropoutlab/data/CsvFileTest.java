package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The data sets that good CSV files become. Oracles: by hand.
class CsvFileTest {
  private static final String FLOWERS = "width,height,species\n" + IntStream.range(0, 20)
      .mapToObj(i -> i + "," + (100 - i) + "," + (i % 2 == 0 ? "rose" : "aster") + "\n").collect(Collectors.joining());

  @TempDir Path dir;

  private Path file(String name, String text) {
    try {
      return Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataSet load(String text, String target, Task task) {
    file("a.csv", text);
    return DataSets.load(new DataSpec.Csv("a.csv", target, task, 0.25, null), 7, dir);
  }

  private NewRows inputs(String text, Schema schema) {
    return CsvFile.readInputs(file("new.csv", text), schema, CsvStyle.SEEN, List.of());
  }

  private NewRows examples(String name, String text, Schema schema) {
    return CsvFile.readExamples(file(name, text), schema, CsvStyle.SEEN);
  }

  private static Set<Long> column(DataSet data, int column, Examples... parts) {
    Set<Long> values = new HashSet<>();
    for (Examples part : parts)
      for (int row = 0; row < part.size(); row++)
        values.add(Math.round(data.schema().inputScaling().toRaw(column, part.x().at(row, column))));
    return values;
  }

  @Test void wordsBecomeClassesInTheOrderOfTheAlphabet() {
    DataSet data = load(FLOWERS, "species", null);
    assertThat(data.schema().task()).isEqualTo(Task.CLASSIFICATION);
    assertThat(data.schema().classes()).containsExactly("aster", "rose");
    assertThat(data.schema().inputs()).containsExactly("width", "height");
    assertThat(data.schema().outputs()).isEqualTo(1);
    for (int row = 0; row < data.train().size(); row++) {
      long width = Math.round(data.schema().inputScaling().toRaw(0, data.train().x().at(row, 0)));
      assertThat(data.train().label(row)).isEqualTo(width % 2 == 0 ? 1 : 0);
    }
  }

  @Test void theSplitHoldsOutTheShareOfEachClassAndLosesNothing() {
    DataSet data = load(FLOWERS, "species", null);
    // 10 of each class; round(0.25 x 10) = 3 of each are held out.
    assertThat(data.validation().size()).isEqualTo(6);
    assertThat(data.train().size()).isEqualTo(14);
    assertThat(column(data, 0, data.train(), data.validation())).hasSize(20);
    assertThat(IntStream.range(0, 6).filter(row -> data.validation().label(row) == 1).count()).isEqualTo(3);
  }

  @Test void theSplitFollowsTheSeed() {
    file("a.csv", FLOWERS);
    DataSpec.Csv spec = new DataSpec.Csv("a.csv", "species", null, 0.25, null);
    float[] seven = DataSets.load(spec, 7, dir).train().x().data();
    assertThat(DataSets.load(spec, 7, dir).train().x().data()).isEqualTo(seven);
    assertThat(DataSets.load(spec, 8, dir).train().x().data()).isNotEqualTo(seven);
  }

  @Test void wholeNumbersAreRegressionUnlessTheTaskSaysClasses() {
    String text = "x,y\n" + IntStream.range(0, 30).mapToObj(i -> i + "," + (i % 3) * 5 + "\n")
        .collect(Collectors.joining());
    assertThat(load(text, "y", null).schema().task()).isEqualTo(Task.REGRESSION);
    DataSet classes = load(text, "y", Task.CLASSIFICATION);
    assertThat(classes.schema().classes()).containsExactly("0", "5", "10");
    assertThat(classes.train().y().cols()).isEqualTo(3);
  }

  @Test void numericClassesAreOneClassHoweverTheNumberIsWritten() {
    DataSet data = load("x,y\n1,1\n2,1.0\n3,2\n4,02\n5,10\n6,1e1\n", "y", Task.CLASSIFICATION);
    assertThat(data.schema().classes()).containsExactly("1", "2", "10");
  }

  @Test void scalingUsesTheTrainingRowsAlone() {
    DataSet data = load("x,same,y\n" + IntStream.range(0, 12).mapToObj(i -> i * i + ",4," + (3 * i + 1) + "\n")
        .collect(Collectors.joining()), "y", null);
    double[] xs = column(data, 0, data.train()).stream().mapToDouble(Long::doubleValue).toArray();
    double mean = Arrays.stream(xs).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(xs).map(x -> (x - mean) * (x - mean)).sum() / xs.length);
    assertThat(xs).hasSize(9);
    assertThat(data.schema().inputScaling().mean().getFirst()).isCloseTo(mean, within(1e-9));
    assertThat(data.schema().inputScaling().sd().getFirst()).isCloseTo(sd, within(1e-9));
    assertThat(data.schema().inputScaling().mean().get(1)).isEqualTo(4.0);
    assertThat(data.schema().inputScaling().sd().get(1)).as("a constant column").isEqualTo(1.0);
    double yMean = Arrays.stream(xs).map(x -> 3 * Math.sqrt(x) + 1).average().orElseThrow();
    assertThat(data.schema().targetScaling().mean().getFirst()).isCloseTo(yMean, within(1e-9));
  }

  @Test void scalingByHand() {
    Schema schema = Columns.ofRegression(List.of("x"), "y").scale(
        new RawExamples(List.of(new double[] {1}, new double[] {3}), new double[] {10, 20}),
        new RawExamples(List.of(new double[] {1000}), new double[] {-5000})).schema();
    assertThat(schema.inputScaling()).isEqualTo(new Scaling(List.of(2.0), List.of(1.0)));
    assertThat(schema.targetScaling()).isEqualTo(new Scaling(List.of(15.0), List.of(5.0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\uFEFFa,b,y\n1,2,3\n4,5,6\n7,8,10\n0,0,0\n",
      "a,b,y\r\n1,2,3\r\n4,5,6\r\n7,8,10\r\n0,0,0",
      "\"a\",\"b\",\"y\"\n\"1\",2,3\n4,\"5\",6\n7,8,\"10\"\n0,0,0\n",
      "a;b;y\n1;2;3\n4;5;6\n7;8;10\n0;0;0\n",
      "a\tb\ty\n1\t2\t3\n4\t5\t6\n7\t8\t10\n0\t0\t0\n",
      " a , b , y \n 1 , 2 , 3 \n\n4, 5,6\n\n7,8,10\n0,0,0\n\n",
      "y,a,b\n3,1,2\n6,4,5\n10,7,8\n0,0,0\n"})
  void theSameTableInOtherClothesIsTheSameTable(String text) {
    DataSet data = load(text, "y", null);
    assertThat(data.schema().inputs()).containsExactly("a", "b");
    assertThat(column(data, 0, data.train(), data.validation())).containsExactlyInAnyOrder(0L, 1L, 4L, 7L);
    assertThat(column(data, 1, data.train(), data.validation())).containsExactlyInAnyOrder(0L, 2L, 5L, 8L);
  }

  @Test void aQuotedNameMayHoldTheDelimiterAndQuotes() {
    DataSet data = load("\"a, \"\"wide\"\"\",y\n1,2\n2,4\n3,6\n", "y", null);
    assertThat(data.schema().inputs()).containsExactly("a, \"wide\"");
  }

  @Test void newInputsAreFoundByNameAndScaledAsTheTrainingDataWere() {
    Schema schema = load(FLOWERS, "species", null).schema();
    Tensor x = inputs("note;height;width\nhello;90;10\n;80;3\n", schema).x();
    assertThat(x.rows()).isEqualTo(2);
    assertThat((double) x.at(0, 0)).isCloseTo(schema.inputScaling().toScaled(0, 10), within(1e-6));
    assertThat((double) x.at(0, 1)).isCloseTo(schema.inputScaling().toScaled(1, 90), within(1e-6));
    assertThat((double) x.at(1, 0)).isCloseTo(schema.inputScaling().toScaled(0, 3), within(1e-6));
  }

  @Test void newExamplesBringTheirTarget() {
    Schema schema = load(FLOWERS, "species", null).schema();
    Examples examples = examples("new.csv", "species,height,width\nrose,9,1\naster,8,3\n", schema).examples();
    assertThat(examples.label(0)).isEqualTo(1);
    assertThat(examples.label(1)).isEqualTo(0);
    assertThatThrownBy(() -> examples("odd.csv", "species,height,width\ntulip,9,1\n", schema))
        .isInstanceOf(DataException.class)
        .hasMessage("odd.csv, line 2, column \"species\": \"tulip\" is none of the classes that the model knows.");
    assertThatThrownBy(() -> examples("odd.csv", "height,width\n9,1\n", schema))
        .hasMessage("odd.csv has no column \"species\", the model's target; its header names \"height\", \"width\".");
  }

  @Test void newInputsWithoutAColumnOfTheModelAreRefused() {
    Schema schema = load(FLOWERS, "species", null).schema();
    assertThatThrownBy(() -> inputs("width,depth\n1,2\n", schema))
        .isInstanceOf(DataException.class).hasMessage(
            "new.csv has no column \"height\", which the model needs; its header names \"width\", \"depth\".");
  }

  @Test void newInputsBeyondFloatsAreRefused() {
    Schema schema = load("x,y\n1e-20,1\n2e-20,2\n3e-20,3\n4e-20,4\n", "y", null).schema();
    assertThatThrownBy(() -> inputs("x\n1e25\n", schema))
        .isInstanceOf(DataException.class).hasMessageContaining("too far from the training data");
  }

  @Test void theCarbonDioxideTableIsWholeAndSplitByYear() {
    DataSet data = DataSets.load(new DataSpec.MaunaLoa(1995, null), 1, dir);
    assertThat(data.train().size()).isEqualTo(37);
    assertThat(data.validation().size()).isEqualTo(30);
    assertThat(data.schema().inputs()).containsExactly("year");
    assertThat(data.schema().target()).isEqualTo("CO2 (ppm)");
    // Facts: 1959 315.98, 1995 360.97, 2025 427.35.
    assertThat(yearAndPpm(data, data.train(), 0)).containsExactly(new double[] {1959, 315.98}, within(1e-3));
    assertThat(yearAndPpm(data, data.train(), 36)).containsExactly(new double[] {1995, 360.97}, within(1e-3));
    assertThat(yearAndPpm(data, data.validation(), 0)).containsExactly(new double[] {1996, 362.74}, within(1e-3));
    assertThat(yearAndPpm(data, data.validation(), 29)).containsExactly(new double[] {2025, 427.35}, within(1e-3));
    assertThat(data.schema().inputScaling().mean()).containsExactly(1977.0);
  }

  private static double[] yearAndPpm(DataSet data, Examples part, int row) {
    return new double[] {data.schema().inputScaling().toRaw(0, part.x().at(row, 0)),
        data.schema().targetScaling().toRaw(0, part.y().at(row, 0))};
  }

  @Test void utf8NamesAreKept() throws IOException {
    Files.write(dir.resolve("a.csv"), "Größe,y\n1,2\n2,3\n3,4\n".getBytes(StandardCharsets.UTF_8));
    DataSet data = DataSets.load(new DataSpec.Csv("a.csv", "y", null, 0.3, null), 1, dir);
    assertThat(data.schema().inputs()).containsExactly("Größe");
  }
}
