package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The check of all claims on the command line: this test is what keeps the program from stating what does not hold.
class CheckCommandTest extends Commands {
  @Test void everyClaimHolds() {
    Result result = run("check --all");
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.err()).isEmpty();
    for (String id : Benches.ids()) assertThat(result.out()).containsPattern("(?m)^" + id + " ");
    assertThat(result.out().lines().toList().getLast()).startsWith(Benches.all().size() + " claims: ").endsWith(" 0 fail.");
  }

  @Test void jsonHoldsEveryRowAndNothingElse() {
    Result result = run("check drop-block --json --seed 3 --set p=0.2");
    assertThat(result.code()).isZero();
    JsonNode claim = JsonMapper.shared().readTree(result.out()).path("claims").get(0);
    assertThat(claim.path("bench").stringValue()).isEqualTo("drop-block");
    assertThat(claim.path("seed").longValue()).isEqualTo(3);
    assertThat(claim.path("changes").get(0).stringValue()).isEqualTo("p=0.2");
    JsonNode row = claim.path("rows").get(0);
    assertThat(row.path("engine").doubleValue() - row.path("exact").doubleValue()).isEqualTo(row.path("gap").doubleValue());
    assertThat(row.path("verdict").stringValue()).isEqualTo("differs");
  }

  @Test void csvHasTheFullPrecision() throws IOException {
    assertThat(run("check drop-block --csv DIR/c.csv").code()).isZero();
    List<List<String>> csv = csv("c.csv");
    assertThat(csv.getFirst()).startsWith("bench", "seed", "settings", "what", "exact");
    Bench bench = Benches.named("drop-block").orElseThrow();
    double exact = bench.find(bench.defaults(), ProgressMonitor.NOBODY).headline().exact().value();
    assertThat(Double.parseDouble(csv.get(1).get(4))).isEqualTo(exact);
  }

  @Test void mistakesAreToldInALine() {
    bad("check drop-blok", "There is no bench \"drop-blok\"", "drop-block");
    bad("check --set p=0.3", "--set changes the controls of one bench");
    bad("check drop-block --set q=1", "There is no control \"q\" here. The controls are: p, side, block, masks.");
    bad("check drop-block --set p=2", "p cannot be 2. The nearest that it takes is p=0.5.");
    bad("check drop-block --set p=much", "p takes numbers, not \"much\".");
    bad("check drop-block --set p", "A control is set as p=VALUE.");
    bad("check drop-block --set p=0.1,0.2", "p takes 1 numbers");
    bad("render two-moons --figure drop-block --out DIR/x.png", "needs no experiment");
    bad("render --figure loss --out DIR/x.png", "Name an experiment");
    bad("train", "Name an experiment");
  }

  private void bad(String line, String... words) {
    Result result = run(line);
    assertThat(result.code()).as(line).isEqualTo(DropoutLab.CALLERS_MISTAKE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).as(line).hasSize(1);
    assertThat(result.err()).contains(words);
  }

  @Test void aBenchIsDrawnWithoutAnExperiment() {
    assertThat(run("render --figure drop-block --set seed=4 --set p=0.2 --out DIR/x.svg").code()).isZero();
    assertThat(dir.resolve("x.svg")).isNotEmptyFile();
  }

  @Test void benchesAreListedWithTheirClaims() {
    Result result = run("list benches");
    for (Bench bench : Benches.all()) assertThat(result.out()).contains(bench.id()).contains(bench.card().claim().text());
  }
}
