package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.NetworkSamples;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Replicate.Score;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.SeedWords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The picture of a comparison over seeds. Oracles: by hand.
class SeedsFigureTest {
  private static Replicates ready(boolean b) {
    return new Replicates("network", b ? Optional.of("DropBlock") : Optional.empty(), Optional.of("twin"), List.of());
  }

  /// A is lower than B by 0.1 or 0.2, and than none by 0.3 or 0.5; B fails with seed 4.
  private static Replicates some(int seeds) {
    Replicates all = ready(true);
    for (int seed = 1; seed <= seeds; seed++) {
      boolean even = seed % 2 == 0;
      double a = even ? .6 : .8;
      all = all.with(new Replicate(seed, List.of(new Score("network", a, .2),
          seed == 4 ? Score.failed("DropBlock") : new Score("DropBlock", a + (even ? .1 : .2), .25),
          new Score("twin", a + (even ? .3 : .5), .3))));
    }
    return all;
  }

  private static SeedsFigure figure(Replicates all) {
    return new SeedsFigure(SeedWords.of(all, "Spatial", "DropBlock", NetworkSamples.classes(2, "zero", "one")), 10);
  }

  private static RecordingPen drawn(Replicates all, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure(all).draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  @Test void theTableAndTheForestSayWhatWasMeasured() {
    RecordingPen pen = drawn(some(3), 320, 240);
    assertThat(pen.words()).contains("3 of 10 seeds", "validation loss", "wrong, %", "Spatial", "DropBlock",
        "none, p = 0", "A − B", "A − none", "B − none", "lower on", "3 of 3", "difference of loss, nats; paired, 95 %",
        "20.0", "25.0", "30.0", "A", "B", "0");
    // Of 0.8, 0.6 and 0.8 the mean is 0.733 and the standard deviation 0.115.
    assertThat(pen.words()).contains("0.73", "0.12");
    // The differences −0.2, −0.1 and −0.2: mean −0.167, interval −0.310 to −0.023.
    assertThat(pen.words()).contains("A − B lower");
  }

  @Test void dotsStandAtTheDifferencesOnOneAxis() {
    RecordingPen pen = drawn(some(3), 320, 240);
    List<RecordingPen.Disc> ofB = discs(pen, Theme.LIGHT.faint()), ofNone = discs(pen, Theme.LIGHT.accentMid());
    assertThat(ofB).hasSize(3);
    assertThat(ofNone).hasSize(3);
    double zero = pen.lines.stream().filter(line -> line.argb() == Theme.LIGHT.muted() && line.x()[0] == line.x()[1])
        .mapToDouble(line -> line.x()[0]).findFirst().orElseThrow();
    double unit = (zero - ofB.get(0).x()) / .2;
    assertThat(zero - ofB.get(1).x()).isCloseTo(.1 * unit, within(1.0));
    assertThat(zero - ofNone.get(0).x()).isCloseTo(.5 * unit, within(2.0));
  }

  private static List<RecordingPen.Disc> discs(RecordingPen pen, int argb) {
    return pen.discs.stream().filter(disc -> disc.argb() == argb).toList();
  }

  @Test void aSeedThatIsNotFiniteIsACrossAndCountsInNoMean() {
    RecordingPen pen = drawn(some(4), 320, 240);
    assertThat(pen.words()).contains("4 of 10 seeds", "3 of 3", "4 of 4");
    assertThat(discs(pen, Theme.LIGHT.faint())).hasSize(3);
    // One cross beside the name, and one in each of the two rows with B.
    assertThat(pen.lines.stream().filter(line -> line.argb() == Theme.LIGHT.ink() && line.x().length == 2
        && Math.abs(line.x()[1] - line.x()[0]) == Math.abs(line.y()[1] - line.y()[0]))).hasSize(6);
    assertThat(figure(some(4)).describe().text()).contains("not finite on 1 seed");
  }

  @Test void beforeTheFirstSeedThereAreAxisAndNames() {
    RecordingPen pen = drawn(ready(true), 320, 240);
    assertThat(pen.words()).contains("0 of 10 seeds", "no seed is finished yet", "–", "A − B", "0")
        .noneMatch(word -> word.contains("NaN") || word.contains("undecided") || word.contains(" of 0"));
  }

  @Test void whereAllSeedsFailNoNumberIsShown() {
    Replicates bad = ready(false).with(new Replicate(1, List.of(Score.failed("network"), Score.failed("twin"))));
    assertThat(drawn(bad, 320, 240).words()).contains("not finite", "A − none undecided")
        .noneMatch(word -> word.contains("NaN"));
  }

  @Test void withoutBThereIsOnePair() {
    Replicates all = ready(false).with(new Replicate(1, List.of(new Score("network", .5, .1), new Score("twin", .7, .2))));
    assertThat(drawn(all, 320, 240).words()).contains("A − none", "A − none undecided").doesNotContain("A − B", "B");
  }

  @Test void wordsStayInsideAndApartInEverySize() {
    for (double[] size : new double[][] {{900, 600}, {640, 400}, {320, 240}, {300, 200}, {280, 190}})
      for (Replicates all : List.of(ready(true), some(4), some(10))) {
        RecordingPen pen = drawn(all, size[0], size[1]);
        for (RecordingPen.Text text : pen.texts) {
          assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(-.5);
          assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(size[0] + .5);
          assertThat(text.bottom()).as(text.text()).isLessThanOrEqualTo(size[1] + 1);
          assertThat(pen.texts.stream().filter(other -> other != text && other.overlaps(text))
              .map(RecordingPen.Text::text)).as("%s at %s x %s", text.text(), size[0], size[1]).isEmpty();
        }
      }
  }

  @Test void anIntervalOfTwoSeedsDoesNotPressTheDotsTogether() {
    RecordingPen pen = drawn(some(2), 320, 240);
    List<RecordingPen.Disc> dots = discs(pen, Theme.LIGHT.accentMid());
    assertThat(dots.get(1).x() - dots.get(0).x()).isGreaterThan(15);
    for (RecordingPen.Line line : pen.lines) for (double x : line.x()) assertThat(x).isBetween(0.0, 320.0);
  }

  @Test void pointingTellsTheSeedAndTheRow() {
    RecordingPen pen = drawn(some(3), 320, 240);
    RecordingPen.Disc dot = discs(pen, Theme.LIGHT.faint()).getFirst();
    assertThat(figure(some(3)).hit(dot.x(), dot.y(), 320, 240).orElseThrow().text()).contains("A − B = −0.200");
    RecordingPen.Text name = pen.texts.stream().filter(text -> text.text().equals("Spatial")).findFirst().orElseThrow();
    assertThat(figure(some(3)).hit(name.left(), name.baseline() - 3, 320, 240).orElseThrow().text())
        .isEqualTo("A, Spatial: validation loss 0.73 ± 0.12; wrong 20.0 ± 0.0 %.");
  }

  @Test void theWholeTableIsSaidInSentences() {
    assertThat(figure(some(3)).describe().text()).startsWith("3 seeds are finished. A, Spatial: validation loss 0.73")
        .contains("A − B: mean difference of losses −0.167 (95 %: −0.310 to −0.023), lower on 3 of 3; A is lower.");
  }
}
