package dropoutlab.spec.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.sweep.Axis.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: values and sentences written by hand.
class AxisTextTest {
  private static final Experiment MOONS = ExperimentJson.read("{}", "moons.json");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0, 0.1 ... 0.9 | 0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9",
      "0,0.1...0.5 | 0 0.1 0.2 0.3 0.4 0.5",
      "0, 0.1 … 0.3 | 0 0.1 0.2 0.3",
      "0, .1, ..., .3 | 0 0.1 0.2 0.3",
      "1...5 | 1 2 3 4 5",
      "5 ... 1 | 5 4 3 2 1",
      "0, 1 ... 3, 10, 20 ... 50 | 0 1 2 3 10 20 30 40 50",
      "log 16 ... 1024, 7 | 16 32 64 128 256 512 1024",
      "log 1...1000, 4 | 1 10 100 1000",
      "log 0.001 ... 1, 4 | 0.001 0.01 0.1 1",
      "log 1 ... 1000, 7 | 1 3.162 10 31.62 100 316.2 1000",
      "0, log 1 ... 100, 3 | 0 1 10 100",
      "0.50, 1e-3, 1e-9, 2. | 0.5 0.001 1e-9 2",
      "relu, tanh | relu tanh",
      "-1, -0.5 ... 1 | -1 -0.5 0 0.5 1",
  })
  void valuesAreReadAsTheyAreMeant(String text, String values) {
    assertThat(AxisText.values(text)).containsExactly(values.split(" "));
  }

  @Test void commasInsideListsObjectsAndQuotesSplitNothing() {
    assertThat(AxisText.values("[], [{\"units\": 4, \"drop\": 0}], \"a, b\""))
        .containsExactly("[]", "[{\"units\": 4, \"drop\": 0}]", "\"a, b\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0, 0.2 ... 0.9 | 0, 0.2 ... 0.9: steps of 0.2 do not lead from 0.2 to 0.9.",
      "0, 1 ... -3 | 0, 1 ... -3: steps of 1 do not lead from 1 to -3.",
      "1, 1 ... 3 | 1, 1 ... 3: steps of 0 do not lead from 1 to 3.",
      "a ... b | a ... b: a range runs from one number to another, as in 0, 0.1 ... 0.9.",
      "log 0 ... 5, 3 | log 0 ... 5, 3: write two numbers above 0 and how many values, as in log 16 ... 1024, 7.",
      "log 1 ... 5, 1 | log 1 ... 5, 1: write two numbers above 0 and how many values, as in log 16 ... 1024, 7.",
      "0, 0.00001 ... 1 | 0, 0.00001 ... 1: these are more than 10000 values.",
      "0 ... 1e300 | 0 ... 1e300: these are more than 10000 values.",
      "',' | ,: names no value.",
  })
  void valuesThatCannotBeReadAreNamed(String text, String sentence) {
    assertThatThrownBy(() -> AxisText.values(text)).isInstanceOf(ExperimentException.class).hasMessage(sentence);
  }

  @Test void anAxisHasItsSettingsAndItsScale() {
    Axis axis = AxisText.read("network.hidden.*.drop = 0, 0.1 ... 0.2", List.of(), MOONS);
    assertThat(axis.path()).isEqualTo("network.hidden.*.drop");
    assertThat(axis.scale()).isEqualTo(Scale.LINEAR);
    assertThat(axis.points()).containsExactly(new Point("0", List.of("network.hidden.*.drop=0")),
        new Point("0.1", List.of("network.hidden.*.drop=0.1")), new Point("0.2", List.of("network.hidden.*.drop=0.2")));
    assertThat(AxisText.read("data.training=10, 100, 1000", List.of(), MOONS).scale()).isEqualTo(Scale.LOG);
  }

  @Test void whatCountsWholeThingsIsRounded() {
    Axis axis = AxisText.read("data.training=log 16 ... 1000, 4", List.of(), MOONS);
    assertThat(axis.points()).extracting(Point::label).containsExactly("16", "63", "252", "1000");
    assertThat(axis.scale()).isEqualTo(Scale.LOG);
    assertThat(AxisText.read("passes=0, log 1...1000, 7", List.of(), MOONS).points()).extracting(Point::label)
        .containsExactly("0", "1", "3", "10", "32", "100", "316", "1000");
    assertThat(AxisText.read("optimiser.learningRate=log 0.001...0.1,3", List.of(), MOONS).points()).extracting(
        Point::label)
        .containsExactly("0.001", "0.01", "0.1");
  }

  /// 16/(1-p) at .3 is 22.86, at .8 it is exactly 80, which binary numbers would miss.
  @Test void aPathThatIsTiedFollowsByItsFormula() {
    Axis axis = AxisText.read("network.hidden.*.drop=0, 0.3, 0.8", List.of("network.hidden.*.units=16/(1-p)",
        "optimiser.learningRate=0.01*sqrt(1-x)"), MOONS);
    assertThat(axis.points()).extracting(Point::set).containsExactly(
        List.of("network.hidden.*.drop=0", "network.hidden.*.units=16", "optimiser.learningRate=0.01"),
        List.of("network.hidden.*.drop=0.3", "network.hidden.*.units=23", "optimiser.learningRate=0.00836660026534"),
        List.of("network.hidden.*.drop=0.8", "network.hidden.*.units=80", "optimiser.learningRate=0.004472135955"));
    assertThat(axis.path()).isEqualTo("network.hidden.*.drop + network.hidden.*.units=16/(1-p) + "
        + "optimiser.learningRate=0.01*sqrt(1-x)");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "network.hidden.*.drop=0, 0.1 ... 0.9",
      "data.training=log 16 ... 1024, 7",
      "data.training=16, 32, 100",
      "passes=0, log 1 ... 1000, 10",
      "network.hidden.*.units=1, 2 ... 10, 64",
      "network.hidden.*.activation=relu, tanh",
      "network.hidden.*.drop=0, 0.1 ... 0.9 + network.hidden.*.units=16/(1-p)",
      "optimiser.learningRate=log 0.0001 ... 0.1, 7",
      "data.validation=9, 8 ... 3",
      "training.batch=5",
  })
  void anAxisIsWrittenAsItCouldBeTyped(String text) {
    Axis axis = AxisText.read(text, List.of(), MOONS);
    assertThat(AxisText.write(axis)).isEqualTo(text);
    assertThat(AxisText.read(AxisText.write(axis), List.of(), MOONS)).isEqualTo(axis);
    assertThat(AxisText.read(axis.path(), AxisText.writeValues(axis), MOONS)).isEqualTo(axis);
  }

  @Test void anAxisOfNamedPointsIsCalledByItsWords() {
    Axis axis = new Axis("regulariser", Scale.NAMES, List.of(new Point("none", List.of()),
        new Point("L2", List.of("regulariser.l2=0.001"))));
    assertThat(AxisText.write(axis)).isEqualTo("regulariser");
    assertThat(AxisText.writeValues(axis)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "seed=1...5 | Seeds are replicates, not an axis: name them under Seeds, and each value gets them all.",
      "training.twin=true, false | training.twin: cannot be swept, because it belongs to a single run; take it off "
          + "the axis.",
      "title=a, b | title: cannot be swept, because it belongs to a single run; take it off the axis.",
      "beside[0].name=A | beside[0].name: cannot be swept, because it belongs to a single run; take it off the axis.",
      "network.hidden.*.drop | network.hidden.*.drop: an axis is written as path=values, as in "
          + "network.hidden.*.drop=0,0.1...0.9.",
      "network.hidden.*.drop= | network.hidden.*.drop: names no value.",
      "network.hidden.*.drop=0.5, 1 | at 1: network.hidden[0].drop: a drop rate must be in [0, 1), but is 1.",
      "network.hiden.*.drop=0.5 | network.hiden.*.drop: this experiment has no \"hiden\" with parts; did you mean "
          + "\"hidden\"? Known: inputDrop, body, hidden, initialisation.",
      "network.*.drop=0.5 | network.*.drop: the * means every entry of a list, but network is none.",
      "network.body.*.drop=0.5 | network.body.*.drop: the * means every entry of a list, but network.body has none.",
      "passes=1.5 | passes: must be a whole number from 0 to 100000, but is 1.5.",
      "passes=200000 | passes: must be a whole number from 0 to 100000, but is 200000.",
      "training.batch=8, 8 | points: \"training.batch\" has two values that are called 8; each needs a label of its "
          + "own.",
      "network.hidden.*.drop=0.5 + network.hidden.*.units=16/(1-q) | network.hidden.*.units: \"16/(1-q)\" cannot be "
          + "computed at 0.5: Variable or constant value for 'q' not found.",
      "network.hidden.*.drop=0.5 + network.hidden.*.units=random() | network.hidden.*.units: \"random()\" cannot be "
          + "computed at 0.5: Undefined function 'random'.",
      "training.batch=0, 1 + network.hidden.*.units=1/p | network.hidden.*.units: \"1/p\" cannot be computed at 0: "
          + "Division by zero.",
      "network.hidden.*.activation=relu + network.hidden.*.units=1/p | network.hidden.*.units: a formula needs "
          + "numbers, but \"relu\" is none.",
  })
  void anImpossibleAxisIsRefusedWithItsPath(String text, String sentence) {
    assertThatThrownBy(() -> AxisText.read(text, List.of(), MOONS)).isInstanceOf(ExperimentException.class)
        .hasMessage(sentence);
  }
}
