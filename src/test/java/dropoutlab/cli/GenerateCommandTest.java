package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: the formulas of the sets, and sentences written by hand.
class GenerateCommandTest extends Commands {
  @Test void rowsAreInTheUsersUnits() throws IOException {
    good("generate linear-five --rows 20 --noise 0 --seed 5 --out DIR/five.csv");
    List<List<String>> rows = csv("five.csv");
    assertThat(rows.getFirst()).containsExactly("x1", "x2", "x3", "x4", "x5", "y");
    assertThat(rows).hasSize(21);
    for (int row = 1; row <= 20; row++)
      assertThat(number(rows, row, "y")).isCloseTo(number(rows, row, "x1") - number(rows, row, "x2")
          + number(rows, row, "x3") / 2 + 2 * number(rows, row, "x5"), within(1e-5));
  }

  @Test void wordsAndPixelsSurviveTheirScaling() throws IOException {
    good("generate temporal-order --rows 12 --out DIR/words.csv");
    List<List<String>> words = csv("words.csv");
    for (List<String> row : words.subList(1, words.size())) {
      assertThat(row.subList(0, 20)).allMatch(cell -> cell.matches("[0-5]"));
      assertThat(row.getLast()).matches("[XY]{2}");
    }
    good("train digits --epochs 1 --out DIR/run");
    good("generate digits --rows 30 --noise 0.1 --seed 40 --out DIR/digits.csv");
    Result result = run("evaluate DIR/run/model.json --data DIR/digits.csv --passes 3 --out DIR/metrics.json");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test void sequencesHaveTheLengthThatIsAskedFor() throws IOException {
    good("generate adding-problem --rows 6 --noise 0 --steps 7 --out DIR/adding.csv");
    List<List<String>> rows = csv("adding.csv");
    assertThat(rows.getFirst()).hasSize(15).startsWith("number1", "mark1").endsWith("mark7", "sum");
    for (List<String> row : rows.subList(1, 7)) {
      double sum = 0;
      for (int step = 0; step < 7; step++)
        sum += Double.parseDouble(row.get(2 * step)) * Double.parseDouble(row.get(2 * step + 1));
      assertThat(Double.parseDouble(row.getLast())).isCloseTo(sum, within(1e-5));
    }
    assertThat(run("generate xor --steps 9").err().strip())
        .isEqualTo("--steps: xor has no sequences, whose length could be chosen.");
    assertThat(run("generate temporal-order --steps 3").err().strip())
        .isEqualTo("--steps: must be from 4 to 1000, but is 3.");
  }

  /// Marks of punctuation are classes like all others, though some stand for missing values in other tables.
  @Test void windowsOfATextAreReadAgain() throws IOException {
    good("train two-moons --set data={\"type\":\"text\"} --set network.body="
        + "[{\"type\":\"embedding\",\"vocabulary\":39,\"width\":4},{\"type\":\"time-pool\"}] --set training.batch=256 "
        + "--epochs 1 --out DIR/run");
    good("generate text --rows 3000 --seed 4 --out DIR/text.csv");
    List<String> lines = Files.readAllLines(dir.resolve("text.csv"));
    assertThat(lines).hasSize(3001).first().asString().startsWith("c1,c2,").endsWith(",c32,next");
    assertThat(lines.stream().map(line -> line.replaceFirst("^(\\d+,){32}", "")))
        .contains("␣", "↵", ".", "-", "?", "\",\"");
    Result result = run("evaluate DIR/run/model.json --data DIR/text.csv --passes 3 --out DIR/metrics.json");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(run("generate text --rows 20000").err().strip()).isEqualTo("--rows: must be from 4 to 11162, but is 20000.");
  }

  @Test void standardOutputIsTheDefaultAndTheSeedDecides() {
    String once = run("generate two-moons --rows 10 --seed 2").out();
    assertThat(once.lines()).hasSize(11);
    assertThat(run("generate two-moons --rows 10 --seed 2").out()).isEqualTo(once);
    assertThat(run("generate two-moons --rows 10 --seed 3").out()).isNotEqualTo(once);
  }

  @Test void mistakesAreOneSentence() {
    assertThat(run("generate two-moon").err().strip())
        .startsWith("There is no generated set \"two-moon\"; did you mean \"two-moons\"? Known: two-moons, circles,");
    assertThat(run("generate xor --rows 3").err().strip()).isEqualTo("--rows: must be from 4 to 100000, but is 3.");
    assertThat(run("generate xor --noise 2").err().strip()).isEqualTo("--noise: must be from 0 to 1, but is 2.");
    assertThat(run("generate xor --noise NaN").code()).isEqualTo(2);
    assertThat(run("generate xor --out DIR/none/a.csv").err().strip())
        .isEqualTo("--out: there is no folder " + dir.resolve("none") + "; make it first.");
  }
}
