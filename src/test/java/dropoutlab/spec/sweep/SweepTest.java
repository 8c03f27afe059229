package dropoutlab.spec.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.frame.sweep.TestSweeps;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.sweep.Axis.Scale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: experiments, numbers and sentences written by hand.
class SweepTest {
  private static final Sweep ALONG_P = TestSweeps.sweep("network.hidden.*.drop=0, 0.5", 3, new Pair.Twin());

  private static Sweep twoAxes(Pair pair) {
    return TestSweeps.of(List.of(AxisText.read("network.hidden.*.drop=0, 0.25, 0.5", List.of(), TestSweeps.MOONS),
        AxisText.read("data.training=32, 64", List.of(), TestSweeps.MOONS)), 2, pair);
  }

  @Test void pointsAreNumberedAlongTheFirstAxisFirst() {
    Sweep sweep = twoAxes(new Pair.Of("0.25"));
    assertThat(sweep.points()).isEqualTo(6);
    assertThat(sweep.at(4)).extracting(Point::label).containsExactly("0.25", "64");
    Experiment run = sweep.experiment(5, 9);
    assertThat(run.network().hidden()).extracting(HiddenLayer::drop).containsExactly(0.5, 0.5);
    assertThat(StrictJson.treeOf(run.data()).get("training").intValue()).isEqualTo(64);
    assertThat(run.seed()).isEqualTo(9);
    assertThat(run.training().twin()).isFalse();
    assertThat(sweep.partnerPoint(5)).hasValue(4);
    assertThat(sweep.partner(5, 9)).contains(sweep.experiment(4, 9));
  }

  @Test void theTwinIsTheRunWithoutDropoutAndIsTrainedOnce() {
    assertThat(ALONG_P.partner(1, 2)).contains(ALONG_P.experiment(0, 2));
    RunId twin = RunId.of(ALONG_P.partner(1, 2).orElseThrow(), "", "1.0.0");
    assertThat(twin).isEqualTo(RunId.of(ALONG_P.experiment(0, 2), "", "1.0.0"))
        .isNotEqualTo(RunId.of(ALONG_P.experiment(1, 2), "", "1.0.0"));
  }

  /// Oracle: SHA-256 of the text, here put together once more.
  @Test void aRunIsKnownByWhatChangesItsBits() throws Exception {
    Experiment e = ALONG_P.experiment(1, 2);
    RunId run = RunId.of(e, "data", "1.0.0");
    assertThat(RunId.of(e.withTitle("other").withCard(null), "data", "1.0.0")).isEqualTo(run);
    assertThat(List.of(RunId.of(e.withSeed(3), "data", "1.0.0"), RunId.of(e, "", "1.0.0"), RunId.of(e, "data",
        "1.0.1")))
        .doesNotContain(run).doesNotHaveDuplicates();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest((StrictJson.compact(e.withTitle("")) + "\ndata\n1.0.0")
        .getBytes(StandardCharsets.UTF_8));
    assertThat(run).hasToString(HexFormat.of().formatHex(hash).substring(0, 16));
    assertThat(RunId.parse(run.toString())).isEqualTo(run);
    assertThat(RunId.parse("00000000000000ff")).isEqualTo(new RunId(255)).hasToString("00000000000000ff");
    assertThatThrownBy(() -> RunId.parse("ff")).hasMessage("\"ff\" is no run: it must have 16 digits from 0 to 9 and "
        + "a to f");
  }

  @Test void passesAreAskedOfATrainedNetwork() {
    Sweep sweep = TestSweeps.sweep("passes=0, 1, 10", 2, new Pair.Of("0"));
    assertThat(sweep.passes(2)).hasValue(10);
    assertThat(sweep.experiment(2, 1)).isEqualTo(sweep.experiment(0, 1));
    assertThat(ALONG_P.passes(1)).isEmpty();
  }

  @Test void withASeedOfTheirOwnTheDataStay() {
    Experiment fixed = ExperimentJson.with(TestSweeps.MOONS, List.of("data.seed=5"));
    Sweep sweep = ALONG_P.withExperiment(fixed);
    assertThat(sweep.experiment(1, 1).dataSeed()).isEqualTo(sweep.experiment(1, 2).dataSeed()).isEqualTo(5);
    assertThat(ALONG_P.experiment(1, 2).dataSeed()).isEqualTo(2);
  }

  @Test void aConfirmationKeepsTheValueAndItsPartner() {
    Sweep of = twoAxes(new Pair.Of("0.25")).confirming(new Sweep.Confirmation(5, new SeedRange(41, 60)));
    assertThat(of.points()).isEqualTo(2);
    assertThat(of.at(0)).extracting(Point::label).containsExactly("0.5", "64");
    assertThat(of.partnerPoint(0)).hasValue(1);
    assertThat(of.seeds().count()).isEqualTo(20);
    Sweep twin = twoAxes(new Pair.Twin()).confirming(new Sweep.Confirmation(5, new SeedRange(41, 60)));
    assertThat(twin.points()).isEqualTo(1);
    assertThat(twin.experiment(0, 41)).isEqualTo(twoAxes(new Pair.Twin()).experiment(5, 41));
  }

  @Test void aSweepIsReadAsItWasWritten() {
    Sweep named = TestSweeps.of(List.of(new Axis("regulariser", Scale.NAMES, List.of(new Point("none", List.of()),
        new Point("L2", List.of("regulariser.l2=0.001", "network.hidden.*.drop=0"))))), 10, new Pair.Of("none"))
        .withConfirmations(List.of(new Sweep.Confirmation(1, new SeedRange(41, 60))));
    for (Sweep each : List.of(ALONG_P, twoAxes(new Pair.None()), named)) {
      String text = SweepJson.write(each);
      assertThat(SweepJson.read(text, "sweep.json")).isEqualTo(each);
      assertThat(SweepJson.write(SweepJson.read(text, "sweep.json"))).isEqualTo(text);
    }
    assertThat(SweepJson.write(ALONG_P)).startsWith("{\n  \"version\": 1,\n  \"title\": \"Error against p\",\n  "
        + "\"experiment\": {");
  }

  @Test void settingsThatAreMissingInTheExperimentHaveTheirDefaults() {
    String brief = "{\"version\": 1, \"title\": \"t\", \"experiment\": {\"title\": \"e\"}, \"axes\": [{\"path\": "
        + "\"training.epochs\", \"scale\": \"linear\", \"points\": [{\"label\": \"5\", \"set\": [\"training.epochs = "
        + "5\"]}]}], \"seeds\": {\"first\": 1, \"last\": 2}, \"pair\": {\"type\": \"none\"}, \"repeats\": 0.05, "
        + "\"confirmations\": [], \"engine\": \"1\"}";
    Sweep sweep = SweepJson.read(brief, "sweep.json");
    assertThat(sweep.experiment()).isEqualTo(ExperimentJson.read("{\"title\": \"e\"}", "e"));
    assertThat(sweep.experiment(0, 1).training().epochs()).isEqualTo(5);
    faulty(brief.replace("\"version\": 1", "\"version\": 2"),
        "sweep.json: this is no sweep of version 1; a newer Dropout Lab may have made it.");
    faulty(brief.replace("\"e\"}", "\"e\", \"network\": {\"inputDrop\": 1}}"),
        "sweep.json: experiment: network.inputDrop: a drop rate must be in [0, 1), but is 1.");
    faulty(brief.replace("epochs = 5", "epochs = -1"), "sweep.json: at 5: training.epochs: must be from 0 to 1000000, "
        + "but is −1.");
    faulty(brief.replace("training.epochs = 5", "seed=5"), "sweep.json: axes[0].points[0].Seeds are replicates, not "
        + "an axis: name them under Seeds, and each value gets them all.");
    faulty(brief.replace("\"last\": 2", "\"last\": 0"), "sweep.json: seeds.last: 0 comes before the first seed, 1.");
    faulty(brief.replace("\"linear\"", "\"liner\""), "sweep.json: axes[0].scale: unknown value \"liner\"; did you mean "
        + "\"linear\"? Known: linear, log, names.");
    faulty(brief.replace("{\"type\": \"none\"}", "{\"type\": \"point\", \"label\": \"6\"}"),
        "sweep.json: pair: no value of the first axis is called \"6\"; did you mean \"5\"? Known: 5.");
    faulty("[]", "sweep.json: expected a JSON object { ... }.");
  }

  private static void faulty(String text, String sentence) {
    assertThatThrownBy(() -> SweepJson.read(text, "sweep.json")).isInstanceOf(ExperimentException.class).hasMessage(
        sentence);
  }

  @Test void anAxisCanBeReadFromAFileOfItsOwn() {
    String text = "{\"path\": \"regulariser\", \"scale\": \"names\", \"points\": [{\"label\": \"none\", \"set\": []}, "
        + "{\"label\": \"L2\", \"set\": [\"regulariser.l2=0.001\"]}]}";
    assertThat(SweepJson.readAxis(text, "axis.json").points()).extracting(Point::label).containsExactly("none", "L2");
    assertThatThrownBy(() -> SweepJson.readAxis(text.replace("L2", "none"), "axis.json")).hasMessage(
        "axis.json: points: \"regulariser\" has two values that are called none; each needs a label of its own.");
  }

  @Test void whatCannotBeASweepIsRefused() {
    refused(() -> ALONG_P.withTitle(" "), "title: must not be empty");
    refused(() -> ALONG_P.withAxes(List.of()), "axes: a sweep has one or two axes, but this has 0");
    refused(() -> ALONG_P.withSeeds(new SeedRange(1, 6_000_000)), "seeds: these are 12,000,000 runs, and a sweep has "
        + "at most 10,000,000; name fewer values or seeds");
    refused(() -> new SeedRange(-1, 4), "first: must be a whole number from 0 to 9007199254740991, but is -1");
    refused(() -> ALONG_P.withRepeats(1.5), "repeats: must be from 0 to 1, but is 1.5");
    Axis same = AxisText.read("network.hidden.*.drop=0.1", List.of(), TestSweeps.MOONS);
    refused(() -> ALONG_P.withAxes(List.of(same, same)), "axes: both axes change network.hidden.*.drop; take one of "
        + "them away");
    refused(() -> ALONG_P.withConfirmations(List.of(new Sweep.Confirmation(2, new SeedRange(4, 5)))),
        "confirmations: there is no value 2");
    Axis bad = new Axis("p", Scale.NAMES, List.of(new Point("a", List.of()), new Point("b", List.of(
        "network.hidden.*.drop=1"))));
    refused(() -> ALONG_P.withAxes(List.of(bad)), "at b: network.hidden[0].drop: a drop rate must be in [0, 1), but "
        + "is 1");
  }

  private static void refused(Runnable made, String sentence) {
    assertThatThrownBy(made::run).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({"1..40, 1, 40", "1...40, 1, 40", "'1 … 40', 1, 40", "3-5, 3, 5", "7, 7, 7"})
  void seedsAreReadAsARange(String text, long first, long last) {
    assertThat(SeedRange.parse(text)).isEqualTo(new SeedRange(first, last));
    assertThatThrownBy(() -> SeedRange.parse("1,2")).hasMessage("seeds: \"1,2\" is no range of seeds; write the first "
        + "and the last, as in 1..40");
  }

  @Test void aPlaceOnTheScaleIsTheNumberOrItsLogarithm() {
    Axis log = AxisText.read("passes=0, log 1 ... 100, 3", List.of(), TestSweeps.MOONS);
    assertThat(log.place(0)).isEmpty();
    assertThat(log.place(3)).hasValue(2);
    assertThat(ALONG_P.axes().getFirst().place(1)).hasValue(0.5);
  }
}
