package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.RecordingPen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Oracles: by hand, and what a reader does with a label: adds the offset in the title, and is at the tick.
class TickLabelsTest {
  private static List<String> labels(double from, double to) {
    Scale scale = Scale.linear(from, to, 0, 1);
    return scale.labels(scale.ticks(6));
  }

  private static String named(double from, double to, String title) { return Scale.linear(from, to, 0, 1).named(title); }

  @Test void evenTicksShareTheirDecimals() {
    assertThat(labels(0, 1.5)).containsExactly("0", "0.5", "1.0", "1.5");
    assertThat(labels(0, 80_000)).containsExactly("0", "20,000", "40,000", "60,000", "80,000");
    assertThat(labels(0, 1e6)).containsExactly("0", "200,000", "400,000", "600,000", "800,000", "1,000,000");
    assertThat(labels(0, 0.002)).containsExactly("0", "0.0005", "0.0010", "0.0015", "0.0020");
    assertThat(labels(1958, 1996)).containsExactly("1960", "1970", "1980", "1990");
  }

  @Test void smallAndLargeTicksShareAPowerOfAThousand() {
    assertThat(labels(0, 2e-6)).containsExactly("0", "0.5e−6", "1.0e−6", "1.5e−6", "2.0e−6");
    assertThat(labels(2e-6, 12e-6)).containsExactly("2e−6", "4e−6", "6e−6", "8e−6", "10e−6", "12e−6");
    assertThat(labels(-1e-12, 1e-12)).containsExactly("−1.0e−12", "−0.5e−12", "0", "0.5e−12", "1.0e−12");
    assertThat(labels(0, 1.6e9)).containsExactly("0", "0.5e9", "1.0e9", "1.5e9");
  }

  @Test void farFromZeroLabelsCountFromAnOffsetInTheTitle() {
    assertThat(labels(2_460_310.49, 2_460_311.71)).containsExactly("0.5", "1.0", "1.5");
    assertThat(named(2_460_310.49, 2_460_311.71, "jd")).isEqualTo("jd − 2,460,310");
    assertThat(labels(1.7e9, 1.7e9 + 4760)).containsExactly("0", "1000", "2000", "3000", "4000");
    assertThat(named(1.7e9, 1.7e9 + 4760, "t (s)")).isEqualTo("t − 1.7e9 (s)");
    assertThat(labels(1.333002, 1.333013)).containsExactly("2e−6", "4e−6", "6e−6", "8e−6", "10e−6", "12e−6");
    assertThat(named(1.333002, 1.333013, "mean of n, ± 1 se")).isEqualTo("mean of n − 1.333, ± 1 se");
    assertThat(labels(-2_460_311.71, -2_460_310.49)).containsExactly("−1.5", "−1.0", "−0.5");
    assertThat(named(-2_460_311.71, -2_460_310.49, "y")).isEqualTo("y + 2,460,310");
    // A round number in the range rather than an odd one below it.
    assertThat(labels(1e9 - 1.2, 1e9 + 1.1)).containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
    assertThat(named(1e9 - 1.2, 1e9 + 1.1, "power")).isEqualTo("power − 1e9");
    assertThat(named(1_700_001_230.5, 1_700_001_231, "t")).isEqualTo("t − 1,700,001,230");
    assertThat(named(1e9, 1e9 + 1e-4, "")).isEmpty();
    assertThat(named(1e9, 1e9 + 1, "the name of a column that never ends"))
        .isEqualTo("the name of a column th… − 1e9");
  }

  /// Years and temperatures in kelvin are read in full.
  @Test void shortLabelsNeedNoOffset() {
    assertThat(named(1958, 1996, "year")).isEqualTo("year");
    assertThat(named(310, 430, "CO2 (ppm)")).isEqualTo("CO2 (ppm)");
    assertThat(labels(293.1, 293.6)).containsExactly("293.1", "293.2", "293.3", "293.4", "293.5", "293.6");
  }

  private static final Pattern OFFSET = Pattern.compile("^q (−|\\+) (\\S+)$");

  private static double offset(String title) {
    Matcher told = OFFSET.matcher(title);
    if (!told.matches()) return 0;
    return number(told.group(2)) * (told.group(1).equals("+") ? -1 : 1);
  }

  private static double number(String label) { return Double.parseDouble(label.replace(",", "").replace('−', '-')); }

  /// Ranges of any size, around any place, straight and logarithmic.
  private static List<Scale> randomScales(int count) {
    Random random = new Random(1);
    List<Scale> scales = new ArrayList<>();
    while (scales.size() < count) {
      double length = Math.pow(10, -14 + 30 * random.nextDouble());
      double away = random.nextInt(4) == 0 ? random.nextDouble() * length
          : Math.pow(10, -14 + 28 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
      if (!(length > 1e-12 * Math.abs(away))) continue;
      scales.add(Scale.linear(away, away + length, 0, 1));
      if (away > 0) scales.add(new Scale(true, away, away + length, 0, 1));
      if (away > 0) scales.add(Scale.log(away, away + length, 0, 1));
    }
    return scales;
  }

  @Test void noTwoLabelsAreAlikeAndEachLeadsBackToItsTick() {
    for (Scale scale : randomScales(30_000)) {
      for (int atMost : new int[] {2, 5, 9}) {
        List<Double> ticks = scale.ticks(atMost);
        List<String> labels = scale.labels(ticks);
        double offset = offset(scale.named("q"));
        assertThat(labels).as(scale.toString()).hasSameSizeAs(ticks).doesNotHaveDuplicates();
        for (int i = 0; i < ticks.size(); i++) {
          double step = ticks.size() < 2 ? Math.abs(ticks.get(i))
              : ticks.get(Math.max(1, i)) - ticks.get(Math.max(1, i) - 1);
          assertThat(number(labels.get(i)) + offset).as("%s: %s", scale, labels)
              .isCloseTo(ticks.get(i), within(0.05 * step));
          if (!scale.log()) assertThat(labels.get(i).length()).as("%s: %s", scale, labels).isLessThanOrEqualTo(10);
        }
      }
    }
  }

  /// As they are drawn: what stands along one axis differs, and has room.
  @Test void noTwoLabelsOfADrawnAxisAreAlike() {
    List<Scale> scales = randomScales(2000);
    for (int i = 1; i < scales.size(); i++) {
      RecordingPen pen = new RecordingPen();
      Axes axes = Axes.layOut(scales.get(i), scales.get(i - 1), "q", "q", 420, 260, 0);
      axes.draw(pen, Theme.LIGHT);
      List<RecordingPen.Text> besideY =
          pen.texts.stream().filter(text -> Math.abs(text.right() - axes.leftPx() + 7) < 1e-6).toList();
      List<RecordingPen.Text> belowX = pen.texts.stream().filter(text -> text.baseline() > axes.bottomPx() + 7).toList();
      assertThat(besideY).hasSizeGreaterThan(1).extracting(RecordingPen.Text::text).doesNotHaveDuplicates();
      assertThat(besideY).allMatch(text -> text.left() >= 0);
      assertThat(belowX).hasSizeGreaterThan(1).extracting(RecordingPen.Text::text).doesNotHaveDuplicates();
    }
  }
}
