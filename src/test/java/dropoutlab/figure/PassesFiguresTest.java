package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Schema;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.VotersFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.PointPasses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The passes at one input. Oracles: by hand.
class PassesFiguresTest {
  private static final Schema VALUE = FindingSamples.line().schema();
  private static final Schema TWO = NetworkSamples.classes(2, "upper", "lower");
  private static final Schema FIVE = NetworkSamples.classes(2, "a", "b", "c", "d", "e");

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  /// 100 values, alternately 19 and 21: mean 20, standard deviation 1, standard error 0.1; masks off 20.5; noise 2,
  /// total √5.
  @Test void theHistogramTellsItsNumbers() {
    RecordingPen pen = drawn(new PassesHistogram(FindingSamples.value(100, 20), VALUE), 420, 300);
    assertThat(pen.words()).contains("100 passes", "20.0", "sd", "1.00", "20.5", "−0.50 ± 0.10", "sd of the noise",
        "2.00", "sd with noise", "2.24", "±1 sd", "mean", "masks off");
    // The bracket is as wide as the distance between the two bars, which are at -1 and +1 standard deviations.
    RecordingPen.Line bracket = pen.lines.stream()
        .filter(line -> line.width() == 1.2 && line.y()[0] == line.y()[1]).findFirst().orElseThrow();
    RecordingPen.Line mean = pen.lines.stream()
        .filter(line -> line.width() == 1.2 && line.x()[0] == line.x()[1] && line.y()[1] - line.y()[0] > 20)
        .findFirst().orElseThrow();
    assertThat((bracket.x()[0] + bracket.x()[1]) / 2).isCloseTo(mean.x()[0], within(.5));
  }

  @Test void aProbabilityKeepsItsAxis() {
    PassesHistogram figure = new PassesHistogram(FindingSamples.classes(10, 2), TWO);
    // Half of the passes give 0.7 for class 1, which as a float is a little less, and half 0.3, which is a little more.
    assertThat(figure.hit(.68 * 420, 150, 420, 300).orElseThrow().text())
        .isEqualTo("p(class lower) from 0.65 to 0.7: 5 of 10 passes");
    assertThat(drawn(figure, 420, 300).words()).contains("entropy, nats", "0.690", "information, nats", "0.080",
        "variation ratio", "0.50", "p(class lower)");
  }

  @Test void theStripHasADotForEachPassAndClass() {
    PassesStrip figure = new PassesStrip(FindingSamples.known(FindingSamples.classes(20, 5), 2), FIVE);
    RecordingPen pen = drawn(figure, 700, 300);
    // There is one more disc in the legend.
    assertThat(pen.discs.stream().filter(RecordingPen.Disc::filled)).hasSize(20 * 5 + 1);
    assertThat(pen.words()).contains("a", "e", "entropy 0.69 = expected 0.61 + information 0.08 nats · true: c");
    // The mean of class a over 20 passes: 4 of 0.7 and 16 of 0.075.
    assertThat(figure.hit(60, 100, 700, 300).orElseThrow().text())
        .isEqualTo("class a\nmean probability: 0.200\nsd of the passes: 0.200\nmasks off: 0.200");
    assertThat(figure.hit(250, 100, 700, 300).orElseThrow().text()).contains("class c (the true one)");
  }

  /// Many passes cost no more than a few: every third of 1000 is drawn.
  @Test void manyPassesAreDrawnEvenly() {
    PassesStrip figure = new PassesStrip(FindingSamples.classes(1000, 2), TWO);
    assertThat(drawn(figure, 420, 300).discs.stream().filter(RecordingPen.Disc::filled)).hasSize(2 * 334 + 1);
  }

  @Test void votersAreGroupedByWhatTheySay() {
    VotersFigure figure = new VotersFigure(FindingSamples.classes(10, 2), TWO, Optional.of(FindingSamples.weights()));
    RecordingPen pen = drawn(figure, 600, 400);
    assertThat(pen.words()).contains("for upper", "for lower", "5 of 10 votes", "p(lower) = 0.00", "pass 1",
        "p(lower) = 0.25", "pass 11");
    // 1 unit is dropped in each of two networks and 2 in each of two others; each dropped unit has a dashed rim and two
    // strokes.
    assertThat(pen.discs.stream().filter(disc -> !disc.filled())).hasSize(6);
    // Edges that remain: 3 kept units have 2 inputs and 1 output each, and so have 2 kept ones.
    long edges = pen.lines.stream().filter(line -> line.width() > 1.35 && line.width() < 1.45).count();
    assertThat(edges).isEqualTo(2 * 9 + 2 * 6);
    Hit.Pass hit = (Hit.Pass) figure.hit(60, 80, 600, 400).orElseThrow();
    assertThat(hit.pass()).isZero();
    assertThat(hit.text()).isEqualTo("pass 1: p(lower) = 0.00\nhidden 1: 3 of 4 kept");
  }

  @Test void withoutWeightsOnlyWhatIsKnownIsDrawn() {
    RecordingPen pen = drawn(new VotersFigure(FindingSamples.value(10, 20), VALUE, Optional.empty()), 600, 400);
    assertThat(pen.words()).contains("lowest", "highest", "answers of 10 passes");
    assertThat(pen.lines.stream().filter(line -> line.width() > 1.35 && line.width() < 1.45)).isEmpty();
    // Four hidden units in four networks: a rim for each of the 6 dropped ones, a disc on its ground for each of the 10
    // kept ones.
    assertThat(pen.discs.stream().filter(disc -> !disc.filled())).hasSize(6);
    assertThat(pen.discs.stream().filter(RecordingPen.Disc::filled)).hasSize(20);
  }

  @Test void aNetworkWithoutDropoutHasNoVoters() {
    PointPasses sure = FindingSamples.value(1, 20);
    PointPasses none = new PointPasses(sure.at(), Optional.empty(), sure.values(), sure.deterministic(), Optional.empty(), 0, 0,
        sure.convergence(), List.of());
    assertThat(drawn(new VotersFigure(none, VALUE, Optional.empty()), 420, 300).words())
        .containsExactly("Nothing is dropped: there is one network.");
  }

  /// The mean is 2.5 everywhere; its standard error after 100 passes is 0.4 / 10.
  @Test void convergenceEndsInTheLastEstimates() {
    ConvergenceFigure figure = new ConvergenceFigure(FindingSamples.convergence(100), "CO₂, ppm");
    RecordingPen pen = drawn(figure, 600, 400);
    assertThat(pen.words()).contains("2.500 ± 0.040", "0.400 ± 0.040", "mean of CO₂, ppm, ± 1 se",
        "sd of CO₂, ppm, ± 1 se", "T, passes", "1", "10", "100");
    // Evenly spaced on the axis: 1, 10, 100.
    double one = at(pen, "1");
    double ten = at(pen, "10");
    double hundred = at(pen, "100");
    assertThat(ten - one).isCloseTo(hundred - ten, within(8.0));
    assertThat(figure.hit((one + ten) / 2, 100, 600, 400).orElseThrow().text()).startsWith("T = 3\nmean of the passes");
    assertThat(figure.hit((one + ten) / 2, 330, 600, 400).orElseThrow().text()).contains("sd of the passes: 0.400");
  }

  private static double at(RecordingPen pen, String label) {
    return pen.texts.stream().filter(text -> text.text().equals(label)).map(text -> (text.left() + text.right()) / 2)
        .findFirst().orElseThrow();
  }

  /// One pass has no standard deviation, and so its curve begins at the second pass.
  @Test void onePassHasAMeanAlone() {
    Convergence one = FindingSamples.convergence(1);
    RecordingPen pen = drawn(new ConvergenceFigure(one, "y"), 600, 400);
    assertThat(pen.words()).contains("2.50");
    assertThat(pen.discs).hasSize(1);
  }
}
