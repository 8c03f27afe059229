package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Categories;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the user can choose for a table: columns, categories, missing values, rows for validation. Oracles: by hand.
class TableChoicesTest {
  @TempDir Path dir;

  private Path file(String name, String text) {
    try {
      return Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSpec.Csv spec() { return new DataSpec.Csv("a.csv", "y", null, 0, null); }

  private DataSet load(DataSpec.Csv spec, String text) {
    file("a.csv", text);
    return DataSets.load(spec, 7, dir);
  }

  private NewRows predict(Schema schema, String text, String... beside) {
    return CsvFile.readInputs(file("new.csv", text), schema, CsvStyle.SEEN, List.of(beside));
  }

  /// Returns all values of an input in the training rows, in the user's unit, sorted.
  private static List<Double> raw(DataSet data, int input) {
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < data.train().size(); row++)
      values.add(Math.rint(data.schema().inputScaling().toRaw(input, data.train().x().at(row, input)) * 1e3) / 1e3 + 0.0);
    return values.stream().sorted().toList();
  }

  private static List<Double> targets(DataSet data) {
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < data.train().size(); row++)
      values.add(Math.rint(data.schema().targetScaling().toRaw(0, data.train().y().at(row, 0)) * 1e3) / 1e3 + 0.0);
    return values.stream().sorted().toList();
  }

  @Test void decimalCommasAreNumbersAndNoClasses() {
    DataSet data = load(spec(), "\uFEFFstunde;y\r\n0;15,000\r\n1;16,250\r\n2;17,423\r\n3;9,259\r\n");
    assertThat(data.schema().task()).isEqualTo(Task.REGRESSION);
    assertThat(targets(data)).containsExactly(9.259, 15.0, 16.25, 17.423);
    assertThat(data.notes()).containsExactly("a.csv: \"15,000\" in line 2, column \"y\", is read as 15; if it is 15000, say "
        + "that the decimal sign is a point (\"decimal\": \".\").");
    assertThat(targets(load(spec().withDecimal("."), "x;y\n0;15,000\n1;16,250\n"))).containsExactly(15000.0, 16250.0);
  }

  @Test void repeatedDecimalCommasAreNumbersToo() {
    DataSet data = load(spec(), "x;y\n" + IntStream.range(0, 30).mapToObj(i -> i + ";" + (15 + i % 3) + ",5\n")
        .collect(Collectors.joining()));
    assertThat(data.schema().task()).isEqualTo(Task.REGRESSION);
    assertThat(targets(data)).startsWith(15.5).endsWith(17.5);
    assertThat(data.notes()).isEmpty();
  }

  @Test void thousandsInQuotesAreThousands() {
    DataSet data = load(spec(), "y,area\n\"1,000\",50\n\"1,037\",51\n\"12,074\",52\n");
    assertThat(targets(data)).containsExactly(1000.0, 1037.0, 12074.0);
    assertThat(data.notes()).hasSize(1).first().asString().contains("is read as 1000; if it is 1,");
    assertThat(targets(load(spec().withDecimal(","), "y,area\n\"1,000\",50\n\"1,037\",51\n"))).containsExactly(1.0, 1.037);
  }

  @Test void otherMinusesAndASpreadsheetsLine() {
    assertThat(targets(load(spec(), "x,y\n0,\u22120\n1,\u22122\n2,\u22124.5\n"))).containsExactly(-4.5, -2.0, 0.0);
    assertThat(targets(load(spec(), "sep=;\r\nx;y\r\n0;0\r\n1;2\r\n"))).containsExactly(0.0, 2.0);
  }

  @Test void aTargetThatIsMostlyNumbersIsNoClassifierOfItsStrays() {
    assertThatThrownBy(() -> load(spec(), "x,y\n0,1.5\n1,oops\n2,3.5\n3,2\n"))
        .hasMessage("a.csv, line 3, column \"y\": \"oops\" is not a number.");
    DataSet classes = load(spec().withTask(Task.CLASSIFICATION), "x,y\n0,1\n1,oops\n2,1\n3,oops\n");
    assertThat(classes.schema().classes()).containsExactly("1", "oops");
  }

  /// A later file that does not decide the decimal sign is read as the training file was; one that decides it is not.
  @Test void theDecimalSignOfTheTrainingFileDecidesWhereALaterFileLeavesItOpen() {
    Schema commas = load(spec(), "x|y\n1,5|2\n2,5|3\n3,5|4\n").schema();
    Schema points = load(spec(), "x|y\n1.5|2\n2.5|3\n3.5|4\n").schema();
    assertThat(rawOf(commas, predict(commas, "x|z\n1,234|1\n"))).isCloseTo(1.234, within(1e-6));
    assertThat(predict(commas, "x|z\n1,234|1\n").notes()).hasSize(1);
    assertThat(rawOf(points, predict(points, "x|z\n1,234|1\n"))).isCloseTo(1234, within(1e-3));
    assertThat(rawOf(commas, predict(commas, "x|z\n1.5|1\n"))).isCloseTo(1.5, within(1e-6));
  }

  private static double rawOf(Schema schema, NewRows rows) {
    return schema.inputScaling().toRaw(0, rows.x().at(0, 0));
  }

  @Test void aColumnWithoutANameIsLeftOutAndNamed() {
    DataSet data = load(spec(), ",x,y\n0,0.5,0\n1,1.5,2\n2,2.5,4\n");
    assertThat(data.schema().inputs()).containsExactly("x");
    assertThat(data.notes()).containsExactly(
        "a.csv: column 1 has no name and is left out; name it, or list it under \"inputs\" as \"column 1\".");
    DataSet asked = load(spec().withInputs(List.of("column 1")), ",x,y\n0,0.5,0\n1,1.5,2\n2,2.5,4\n");
    assertThat(raw(asked, 0)).containsExactly(0.0, 1.0, 2.0);
    assertThat(predict(data.schema(), ",y,x\n7,1,0.5\n").notes()).isEmpty();
  }

  @Test void onlyColumnsThatAreUsedMustBeUnique() {
    String text = "x,x,z,y\n0,1,5,0\n1,2,6,2\n2,3,7,4\n";
    assertThatThrownBy(() -> load(spec(), text)).hasMessage("a.csv, line 1: two columns are called \"x\".");
    assertThat(load(spec().withIgnore(List.of("x")), text).schema().inputs()).containsExactly("z");
    DataSet data = load(spec().withInputs(List.of("z")), text);
    assertThat(data.schema().inputs()).containsExactly("z");
    assertThat(predict(data.schema(), "q,q,,z\n1,2,3,6\n").x().rows()).isEqualTo(1);
    assertThatThrownBy(() -> predict(data.schema(), "z,z\n1,2\n"))
        .hasMessage("new.csv, line 1: two columns are called \"z\".");
    assertThatThrownBy(() -> load(spec().withTarget("x"), text))
        .hasMessage("a.csv, line 1: two columns are called \"x\".");
  }

  @Test void columnsAreChosenByName() {
    String text = "a,b,c,y\n0,1,5,0\n1,2,6,2\n2,3,7,4\n";
    assertThat(load(spec().withInputs(List.of("c", "a")), text).schema().inputs()).containsExactly("c", "a");
    assertThat(load(spec().withIgnore(List.of("b")), text).schema().inputs()).containsExactly("a", "c");
    assertThat(load(spec().withInputs(List.of("a", "b")).withIgnore(List.of("b")), text).schema().inputs())
        .containsExactly("a");
    assertThatThrownBy(() -> load(spec().withInputs(List.of("d")), text)).hasMessage(
        "a.csv has no column \"d\", which \"inputs\" names; its header names \"a\", \"b\", \"c\", \"y\".");
    assertThatThrownBy(() -> load(spec().withIgnore(List.of("d")), text)).hasMessageContaining("which \"ignore\" names");
    assertThatThrownBy(() -> load(spec().withInputs(List.of("y")), text))
        .hasMessage("a.csv: \"inputs\" names the target \"y\".");
    assertThatThrownBy(() -> load(spec().withIgnore(List.of("a", "b", "c")), text))
        .hasMessage("a.csv has no input column beside the target \"y\".");
  }

  @Test void aTableWithoutHeaderIsRefusedUntilAPersonSaysSo() {
    String text = "5.1,3.7,red\n5.3,3.6,red\n4.9,3.0,blue\n4.7,3.2,blue\n";
    assertThatThrownBy(() -> load(spec(), text)).hasMessageContaining("looks like data; the file needs a header");
    DataSet data = load(spec().withHeader(false).withTarget("column 3"), text);
    assertThat(data.train().size()).isEqualTo(4);
    assertThat(data.schema().inputs()).containsExactly("column 1", "column 2");
    assertThat(predict(data.schema(), "5.2,3.3\n5.1,3.0\n").x().rows()).isEqualTo(2);
    DataSet named = load(spec(), "w,h,y\n1,2,3\n2,3,4\n3,4,5\n");
    assertThatThrownBy(() -> predict(named.schema(), "5.2,3.3\n5.1,3.0\n")).hasMessageContaining("looks like data");
  }

  @Test void rowsWithGapsAreLeftOutWhenAskedFor() {
    String text = "x,z,y\n0,1,0\n1,NA,2\n2,3,\n3,4,6\n4,?,8\n5,6,10\n";
    assertThatThrownBy(() -> load(spec(), text)).hasMessage("a.csv, line 3, column \"z\": \"NA\" stands for a missing "
        + "value; \"missing\": \"drop\" leaves such rows out, \"mean\" fills them in.");
    DataSet data = load(spec().withMissing(Missing.DROP), text);
    assertThat(targets(data)).containsExactly(0.0, 6.0, 10.0);
    assertThat(data.notes()).containsExactly("a.csv: 3 rows with missing values are left out.");
    assertThatThrownBy(() -> load(spec().withMissing(Missing.DROP), "x,z,y\n1,,2\n,2,3\n"))
        .hasMessage("a.csv has no row in which nothing is missing.");
  }

  /// By hand: z has 1, 3 and 8 in the rows that are kept, with mean 4; the row without a target is left out.
  @Test void gapsOfInputsAreFilledWithTheMeanWhenAskedFor() {
    DataSet data = load(spec().withMissing(Missing.MEAN), "x,z,y\n0,1,0\n1,NA,2\n2,100,\n3,3,6\n4,8,8\n");
    assertThat(raw(data, 1)).containsExactly(1.0, 3.0, 4.0, 8.0);
    assertThat(data.schema().inputScaling().mean().get(1)).isCloseTo(4, within(1e-12));
    assertThat(data.notes()).containsExactly("a.csv: 1 row with missing values is left out.",
        "a.csv: 1 missing value is filled with the mean of the training rows.");
    NewRows rows = predict(data.schema(), "x,z\n1,\n1,8\n");
    assertThat(rows.x().at(0, 1)).isZero();
    assertThat(rows.notes()).containsExactly("new.csv: 1 missing value is filled with the mean of the training rows.");
  }

  /// The mean is that of the training rows, whatever the held-out rows contain.
  @Test void theMeanIsThatOfTheTrainingRowsAlone() {
    String text = "x,y\n" + IntStream.range(0, 40).mapToObj(i -> (i % 4 == 0 ? "" : i * i) + "," + i + "\n")
        .collect(Collectors.joining());
    DataSet data = load(spec().withMissing(Missing.MEAN).withValidationShare(0.5), text);
    List<Double> present = raw(data, 0).stream().filter(v -> Math.sqrt(v) == Math.rint(Math.sqrt(v))).toList();
    double mean = present.stream().mapToDouble(v -> v).average().orElseThrow();
    assertThat(present).hasSizeBetween(8, 19);
    assertThat(data.schema().inputScaling().mean().getFirst()).isCloseTo(mean, within(1e-9));
    int filled = 0;
    for (int row = 0; row < data.validation().size(); row++)
      if (Math.abs(data.validation().x().at(row, 0)) < 1e-6) filled++;
    assertThat(filled).isBetween(1, 10);
  }

  @Test void aRowThatCannotBePredictedKeepsItsPlace() {
    DataSet data = load(spec().withMissing(Missing.DROP), "x,y\n0,0\n1,2\n2,4\n3,6\n");
    NewRows rows = predict(data.schema(), "id,x\nA,1\nB,NA\nC,3\n", "id");
    assertThat(rows.kept()).containsExactly(0, -1, 1);
    assertThat(rows.x().rows()).isEqualTo(2);
    assertThat(rows.beside()).containsExactly(List.of("A"), List.of("B"), List.of("C"));
    assertThat(rows.notes()).containsExactly("new.csv: 1 row with missing values is left out.");
  }

  @Test void marksThatAPersonNamesGoWithTheModel() {
    DataSet data = load(spec().withMissing(Missing.MEAN).withMissingMarks(List.of("-999")),
        "x,y\n0,0\n-999,2\n2,4\n4,6\n");
    assertThat(raw(data, 0)).containsExactly(0.0, 2.0, 2.0, 4.0);
    assertThat(predict(data.schema(), "x\n-999\n").x().at(0, 0)).isZero();
  }

  @Test void wordsBecomeInputsOfZeroAndOneWhenAskedFor() {
    String text = "colour,x,y\nred,1,1\nblue,2,2\nred,3,3\ngreen,4,4\n";
    DataSet data = load(spec().withCategories(Categories.ONE_HOT), text);
    assertThat(data.schema().inputs()).containsExactly("colour=blue", "colour=green", "colour=red", "x");
    assertThat(raw(data, 2)).containsExactly(0.0, 0.0, 1.0, 1.0);
    Tensor x = predict(data.schema(), "x,colour\n1,red\n2,blue\n").x();
    assertThat(x.at(0, 2)).isCloseTo((float) data.schema().inputScaling().toScaled(2, 1), within(1e-6f));
    assertThat(x.at(1, 2)).isCloseTo((float) data.schema().inputScaling().toScaled(2, 0), within(1e-6f));
    assertThatThrownBy(() -> predict(data.schema(), "x,colour\n1,red\n2,pink\n")).hasMessage("new.csv, line 3, column "
        + "\"colour\": \"pink\" is none of the words that the model knows there: \"blue\", \"green\", \"red\".");
  }

  @Test void anUnknownWordIsNoneOfThemWhenAskedFor() {
    DataSet data = load(spec().withCategories(Categories.ONE_HOT_OR_ZEROS), "colour,y\nred,1\nblue,2\nred,3\nblue,4\n");
    Tensor x = predict(data.schema(), "colour\npink\n").x();
    for (int input = 0; input < 2; input++)
      assertThat(x.at(0, input)).isCloseTo((float) data.schema().inputScaling().toScaled(input, 0), within(1e-6f));
  }

  @Test void numbersStayNumbersBesideCategories() {
    DataSet data = load(spec().withCategories(Categories.ONE_HOT), "x,y\n1,1\n2,2\n1,3\n");
    assertThat(data.schema().inputs()).containsExactly("x");
    String many = "name,y\n" + IntStream.range(0, 300).mapToObj(i -> "n" + i + "," + i + "\n")
        .collect(Collectors.joining());
    assertThatThrownBy(() -> load(spec().withCategories(Categories.ONE_HOT), many)).hasMessage("a.csv, column \"name\", "
        + "holds more than 100 different words, or long ones: too many for an input each; leave it out (\"ignore\").");
  }

  @Test void validationRowsMayComeFromAnotherFile() {
    file("b.csv", "y;x;note\n1,5;2;hello\n2,5;4;\n");
    DataSet data = load(spec().withValidation("b.csv"), "x,y\n0,0\n2,1\n4,2\n");
    assertThat(data.train().size()).isEqualTo(3);
    assertThat(data.validation().size()).isEqualTo(2);
    assertThat(data.schema().inputScaling().mean().getFirst()).isEqualTo(2.0);
    assertThat(data.schema().inputScaling().toRaw(0, data.validation().x().at(1, 0))).isCloseTo(4, within(1e-6));
    assertThat(data.schema().targetScaling().toRaw(0, data.validation().y().at(0, 0))).isCloseTo(1.5, within(1e-6));
    file("b.csv", "x,y\n1,red\n");
    assertThatThrownBy(() -> load(spec().withValidation("b.csv"), "x,y\n0,blue\n1,green\n2,blue\n"))
        .hasMessage("b.csv, line 2, column \"y\": \"red\" is none of the classes that the model knows.");
  }

  @Test void nothingNeedBeHeldOut() {
    DataSet data = load(spec(), "x,y\n0,0\n2,1\n4,2\n");
    assertThat(data.train().size()).isEqualTo(3);
    assertThat(data.holdsOut()).isFalse();
    assertThat(data.shown()).isSameAs(data.train());
    assertThat(data.shownAs()).isEqualTo("training");
    assertThatThrownBy(() -> load(spec(), "x,y\n0,0\n"))
        .hasMessage("a.csv has 1 example; at least 2 are needed to train on.");
  }

  @Test void textThatIsNoUtf8IsReadAndSaid() throws IOException {
    Files.write(dir.resolve("a.csv"), "Größe,y\n1,2\n2,3\n".getBytes("windows-1252"));
    DataSet data = DataSets.load(spec(), 1, dir);
    assertThat(data.schema().inputs()).containsExactly("Größe");
    assertThat(data.notes()).containsExactly("a.csv: the text is not UTF-8 and is read as windows-1252; if letters come out "
        + "wrong, say which \"encoding\" it has.");
  }

  @Test void pixelsInTheOtherUnitAreNoticed() {
    String header = IntStream.range(0, 9).mapToObj(i -> "p" + i).collect(Collectors.joining(",")) + ",y\n";
    String ones = header, bytes = header;
    for (int row = 0; row < 12; row++) {
      int at = row;
      ones += IntStream.range(0, 9).mapToObj(i -> i == 0 ? "0" : Double.toString((at * i) % 5 / 4.0))
          .collect(Collectors.joining(",")) + "," + row + "\n";
      bytes += IntStream.range(0, 9).mapToObj(i -> i == 0 ? "0" : Integer.toString((at * i) % 5 * 255 / 4))
          .collect(Collectors.joining(",")) + "," + row + "\n";
    }
    Schema learntOnes = load(spec(), ones).schema(), learntBytes = load(spec(), bytes).schema();
    assertThat(predict(learntOnes, ones).notes()).isEmpty();
    assertThat(predict(learntBytes, bytes).notes()).isEmpty();
    assertThat(predict(learntOnes, bytes).notes()).containsExactly("new.csv: the inputs go up to 255, but the model learnt "
        + "inputs from 0 to 1; if these are pixels, divide them by 255.");
    assertThat(predict(learntBytes, ones).notes()).containsExactly("new.csv: the inputs lie from 0 to 1, but the model "
        + "learnt inputs up to 255; if these are pixels, multiply them by 255.");
  }
}
