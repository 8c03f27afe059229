package dropoutlab.figure.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossFigureTest {
  private interface Values {
    double at(Curve curve, int row);
  }

  private static History history(int rows, int every, Values values) {
    return new History() {
      @Override public int size() { return rows; }

      @Override public int epoch(int row) { return row * every; }

      @Override public List<Curve> curves() { return Curve.ofOwnAndTwin(); }

      @Override public float value(int column, int row) { return (float) values.at(curves().get(column), row); }
    };
  }

  /// Of network, twin and these.
  private static History beside(int rows, String... names) {
    List<Curve> curves = new ArrayList<>(Curve.ofOwnAndTwin());
    for (String name : names) for (Metric metric : Metric.values()) curves.add(new Curve(name, metric));
    return new History() {
      @Override public int size() { return rows; }

      @Override public int epoch(int row) { return row; }

      @Override public List<Curve> curves() { return curves; }

      @Override public float value(int column, int row) {
        boolean masked = curves.get(column).metric() == Metric.TRAIN_MASKED;
        return masked && row == 0 ? Float.NaN : 0.2f + 0.002f * column + 1f / (1 + row);
      }
    };
  }

  /// Falling curves that end close together.
  private static double falling(Curve curve, int row) {
    return curve.equals(Curve.TRAIN_MASKED) && row == 0 ? Double.NaN : 0.2 + 0.002 * Curve.ofOwnAndTwin().indexOf(curve) + 1.0 / (1 + row);
  }

  private static LossFigure.Options options(boolean log) {
    return new LossFigure.Options(log, OptionalInt.empty(), "p = 0.30", 50);
  }

  private static RecordingPen drawn(History history, LossFigure.Options options, double width, double height) {
    RecordingPen pen = new RecordingPen();
    new LossFigure(history, options).draw(pen, width, height, Theme.LIGHT);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  @Test void labelsOfAllCurvesStandBesideTheirEndsWithoutOverlap() {
    RecordingPen pen = drawn(history(51, 1, LossFigureTest::falling), options(true), 690, 260);
    assertThat(pen.words()).contains("validation, p = 0.30", "train, masks on", "train, masks off", "validation, twin",
        "train, twin");
    for (RecordingPen.Text one : pen.texts)
      for (RecordingPen.Text other : pen.texts)
        if (one != other) assertThat(one.overlaps(other)).as(one + " and " + other).isFalse();
  }

  /// Where nothing is held out the curves of validation have no values.
  @Test void curvesThatWereNotMeasuredAreLeftOut() {
    for (boolean log : new boolean[] {false, true}) {
      RecordingPen pen = drawn(history(51, 1, (curve, row) -> curve.ofValidation() ? Double.NaN : falling(curve, row)),
          options(log), 690, 260);
      assertThat(pen.words()).contains("train, masks on", "train, masks off", "train, twin")
          .noneMatch(word -> word.contains("validation") || word.contains("NaN"));
    }
  }

  @Test void nothingIsWrittenOutsideOfTheFigure() {
    for (double[] size : new double[][] {{690, 260}, {260, 200}, {1200, 700}, {300, 120}}) {
      RecordingPen pen = drawn(history(51, 1, LossFigureTest::falling), options(true), size[0], size[1]);
      for (RecordingPen.Text text : pen.texts) {
        assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(0);
        // The recording pen's letters are wider than Inter's.
        assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(size[0] + 0.1 * text.width());
        assertThat(text.baseline()).as(text.text()).isBetween(0.0, size[1]);
      }
    }
  }

  @Test void theTwinIsDashedAndTheNetworkViolet() {
    RecordingPen pen = drawn(history(51, 1, LossFigureTest::falling), options(true), 690, 260);
    assertThat(pen.lines).anySatisfy(line -> {
      assertThat(line.width()).isEqualTo(2.4);
      assertThat(line.argb()).isEqualTo(Theme.LIGHT.accent());
      assertThat(line.dash()).isEmpty();
    });
    assertThat(pen.lines).anySatisfy(line -> {
      assertThat(line.width()).isEqualTo(2);
      assertThat(line.argb()).isEqualTo(Theme.LIGHT.muted());
      assertThat(line.dash()).isNotEmpty();
    });
  }

  @Test void aTwinThatIsSwitchedOffLeavesNoLabel() {
    RecordingPen pen = drawn(history(20, 1, (c, r) -> c.ofTwin() ? Double.NaN : falling(c, r)), options(false), 690, 260);
    assertThat(pen.words()).doesNotContain("validation, twin", "train, twin").contains("train, masks on");
  }

  private static History withBest(int epoch) {
    History plain = history(51, 1, LossFigureTest::falling);
    return new History() {
      @Override public int size() { return plain.size(); }

      @Override public int epoch(int row) { return plain.epoch(row); }

      @Override public List<Curve> curves() { return plain.curves(); }

      @Override public float value(int column, int row) { return plain.value(column, row); }

      @Override public OptionalInt bestEpoch() { return OptionalInt.of(epoch); }
    };
  }

  /// Oracle: the place under which the figure itself tells of that epoch.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 37, 50})
  void theBestEpochIsMarkedByADottedLineAndItsName(int best) {
    LossFigure figure = new LossFigure(withBest(best), options(true));
    RecordingPen pen = drawn(withBest(best), options(true), 690, 260);
    assertThat(pen.words()).contains("best, epoch " + best);
    RecordingPen.Line line = pen.lines.stream().filter(each -> each.dash().length == 2 && each.dash()[0] == 2).findFirst()
        .orElseThrow();
    assertThat(line.x()[0]).isEqualTo(line.x()[1]);
    assertThat(line.width()).isEqualTo(1);
    assertThat(figure.hit(line.x()[0], 100, 690, 260)).hasValueSatisfying(hit ->
        assertThat(((Hit.Epoch) hit).epoch()).isEqualTo(best));
    RecordingPen.Text label = pen.texts.stream().filter(text -> text.text().startsWith("best")).findFirst().orElseThrow();
    assertThat(label.left() > line.x()[0] ? label.left() - line.x()[0] : line.x()[0] - label.right()).isBetween(0.0, 8.0);
    assertThat(pen.texts).filteredOn(text -> text != label).noneMatch(label::overlaps);
  }

  @Test void withoutEarlyStoppingNoEpochIsTheBest() {
    assertThat(drawn(history(51, 1, LossFigureTest::falling), options(true), 690, 260).words())
        .noneMatch(word -> word.startsWith("best"));
    for (double[] size : new double[][] {{260, 200}, {40, 30}, {1, 1}})
      drawn(withBest(37), options(false), size[0], size[1]);
  }

  @Test void anEmptyHistoryHasItsAxes() {
    assertThat(drawn(history(0, 1, LossFigureTest::falling), options(true), 690, 260).words())
        .contains("epoch", "0", "50", "loss, log scale");
  }

  @Test void hardHistoriesAreDrawn() {
    List<History> hard = List.of(history(1, 1, LossFigureTest::falling), history(1, 1, (c, r) -> Double.NaN),
        history(9, 1, (c, r) -> 0), history(9, 1, (c, r) -> r % 3 == 0 ? 0 : 1e-12 * r),
        history(9, 1, (c, r) -> r == 8 ? Double.POSITIVE_INFINITY : 1e30 * r), history(100_000, 1, LossFigureTest::falling),
        history(0, 1, LossFigureTest::falling));
    for (History history : hard)
      for (boolean log : new boolean[] {true, false})
        for (double[] size : new double[][] {{690, 260}, {260, 200}, {40, 30}, {1, 1}}) {
          var options = new LossFigure.Options(log, OptionalInt.of(3), "", 0);
          drawn(history, options, size[0], size[1]);
          new LossFigure(history, options).hit(20, 15, size[0], size[1]);
        }
  }

  @Test void aLongHistoryIsThinnedToTwoPointsAColumn() {
    RecordingPen pen = drawn(history(100_000, 1, (c, r) -> 1 + r % 7), options(false), 690, 260);
    assertThat(pen.lines).allSatisfy(line -> assertThat(line.x().length).isLessThanOrEqualTo(2 * 690));
  }

  @Test void theEpochAxisReachesThePlanAndAtLeastTen() {
    LossFigure planned = new LossFigure(history(6, 1, LossFigureTest::falling), options(true));
    // At the right edge of the plot the nearest recorded epoch is the last, and the labels lie between.
    assertThat(planned.hit(400, 100, 690, 260)).hasValueSatisfying(hit ->
        assertThat(((Hit.Epoch) hit).epoch()).isEqualTo(5));
    RecordingPen pen = drawn(history(2, 1, LossFigureTest::falling),
        new LossFigure.Options(true, OptionalInt.empty(), "", 0), 690, 260);
    assertThat(pen.words()).contains("10");
  }

  /// Oracle: the recorded values of that epoch.
  @Test void theHitTellsAllValuesOfTheNearestEpoch() {
    History history = history(26, 2, LossFigureTest::falling);
    LossFigure figure = new LossFigure(history, options(true));
    RecordingPen pen = drawn(history, options(true), 690, 260);
    RecordingPen.Text tick = pen.texts.stream().filter(t -> t.text().equals("20")).findFirst().orElseThrow();
    Hit.Epoch hit = (Hit.Epoch) figure.hit(tick.left() + tick.width() / 2, 100, 690, 260).orElseThrow();
    assertThat(hit.epoch()).isEqualTo(20);
    assertThat(hit.text()).startsWith("epoch 20\nvalidation: " + Numbers.reading(falling(Curve.VALIDATION, 10)))
        .contains("train, masks on: " + Numbers.reading(falling(Curve.TRAIN_MASKED, 10)));
    assertThat(figure.hit(-30, 100, 690, 260)).isEmpty();
  }

  @Test void theScrubMarkerCarriesItsEpoch() {
    for (int epoch : new int[] {0, 25, 50}) {
      RecordingPen pen = drawn(history(51, 1, LossFigureTest::falling),
          new LossFigure.Options(true, OptionalInt.of(epoch), "p = 0.30", 50), 690, 260);
      RecordingPen.Text pill = pen.texts.stream().filter(t -> t.type().face() == Pen.Face.NUMBER_BOLD)
          .toList().getLast();
      assertThat(pill.text()).isEqualTo(Integer.toString(epoch));
      assertThat(pen.texts).filteredOn(t -> t != pill).noneMatch(pill::overlaps);
      assertThat(pen.discs).hasSize(1);
    }
  }

  /// Oracle: the last recorded values.
  @Test void eachCurveTellsItsPresentValueInOneColumn() {
    RecordingPen pen = drawn(history(51, 1, LossFigureTest::falling), options(true), 690, 260);
    double right = 0;
    for (LossCurve curve : LossCurve.of(history(51, 1, LossFigureTest::falling))) {
      String value = Numbers.reading(falling(curve.curve(), 50));
      RecordingPen.Text text = pen.texts.stream().filter(t -> t.text().equals(value)).findFirst().orElseThrow();
      assertThat(text.type().face()).isIn(Pen.Face.NUMBER, Pen.Face.NUMBER_BOLD);
      if (right > 0) assertThat(text.right()).isCloseTo(right, within(1e-9));
      right = text.right();
    }
  }

  @Test void shortLabelsStillTellNetworkFromTwin() {
    assertThat(drawn(history(51, 1, LossFigureTest::falling), options(true), 420, 260).words())
        .contains("val", "val, twin", "train, on", "train, off", "train, twin");
  }

  @Test void theAxisNamesTheLoss() {
    var named = new LossFigure.Options(true, OptionalInt.empty(), "", 0, "cross-entropy, nats");
    assertThat(drawn(history(9, 1, LossFigureTest::falling), named, 690, 260).words())
        .contains("cross-entropy, nats, log scale");
  }

  /// Validation stays at 1 and 2, the twin's training loss falls to 1e-8: the axis ends at 1/100 of the lowest
  /// validation loss, here 0.01.
  private static double vanishing(Curve curve, int row) {
    if (curve.equals(Curve.TWIN_TRAIN)) return Math.pow(10, -row / 5.0);
    return curve.equals(Curve.TWIN_VALIDATION) ? 2 : 1;
  }

  @Test void aLossThatVanishesLeavesThroughTheBottom() {
    RecordingPen pen = drawn(history(41, 1, LossFigureTest::vanishing), options(true), 690, 260);
    assertThat(pen.words()).contains("0.01", "↓1.00e−8").doesNotContain("0.001", "1e−4");
    double lowest = pen.lines.stream().flatMapToDouble(l -> Arrays.stream(l.y())).max().orElseThrow();
    assertThat(lowest).as("the clipped curve goes on").isGreaterThan(260);
    RecordingPen straight = drawn(history(41, 1, LossFigureTest::vanishing), options(false), 690, 260);
    assertThat(straight.words()).contains("1.00e−8");
  }

  /// Two of three values are 1.1, so the median is.
  private static double jittering(Curve curve, int row) {
    return curve == Curve.VALIDATION ? row % 3 == 0 ? .5 : 1.1 : 1;
  }

  @Test void aJitteringCurveIsARangeWithItsMedian() {
    RecordingPen pen = drawn(history(800, 1, LossFigureTest::jittering), options(false), 690, 260);
    assertThat(pen.areas).hasSize(1);
    RecordingPen.Line median = pen.lines.stream().filter(l -> l.width() == 2.4).findFirst().orElseThrow();
    double low = Arrays.stream(pen.areas.getFirst().y()).max().orElseThrow();
    double high = Arrays.stream(pen.areas.getFirst().y()).min().orElseThrow();
    for (int i = 1; i < median.y().length; i++) assertThat(median.y()[i]).isEqualTo(high);
    assertThat(low - high).isGreaterThan(50);
    assertThat(pen.words()).contains("line: running median, pale: range");
  }

  @Test void aCalmOrSteadilyFallingCurveStaysALine() {
    assertThat(drawn(history(800, 1, LossFigureTest::falling), options(true), 690, 260).areas).isEmpty();
    assertThat(drawn(history(800, 1, (c, r) -> Math.exp(-r / 60.0)), options(true), 690, 260).areas).isEmpty();
  }

  @Test void thePaleCurveAndItsLabelCanBeSeen() {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      RecordingPen pen = new RecordingPen();
      List<LossCurve> curves = LossCurve.of(beside(51, "B", "C", "D", "E"));
      curves.stream().filter(curve -> curve.curve().equals(Curve.TRAIN_MASKED)).findFirst().orElseThrow()
          .take(pen, theme);
      pen.line(0, 0, 1, 1);
      double card = Palette.luminance(theme.card());
      assertThat(Palette.contrast(Palette.luminance(pen.lines.getFirst().argb()), card)).isGreaterThan(3);
      for (LossCurve curve : curves)
        assertThat(Palette.contrast(Palette.luminance(curve.ink(theme)), card)).isGreaterThan(4.5);
    }
  }

  /// Network, twin and two or more beside. The recording pen's letters are wider than Inter's.
  @ParameterizedTest
  @ValueSource(strings = {"B,C", "B,C,D,E", "spatial dropout,spatial dropblock", "Gaussian dropout at rate,C"})
  void namesOfNetworksBesideStandAtTheirCurvesAndNothingCollides(String names) {
    for (double[] size : new double[][] {{690, 260}, {900, 600}, {470, 230}, {300, 160}}) {
      RecordingPen pen = drawn(beside(60, names.split(",")), options(true), size[0], size[1]);
      for (RecordingPen.Text one : pen.texts) {
        assertThat(one.left()).isGreaterThanOrEqualTo(0);
        assertThat(one.right()).as(one.text()).isLessThanOrEqualTo(size[0] + 0.1 * one.width());
        for (RecordingPen.Text other : pen.texts)
          if (one != other) assertThat(one.overlaps(other)).as(one + " and " + other).isFalse();
      }
      List<String> words = pen.words();
      assertThat(words).as("all told apart").doesNotHaveDuplicates();
    }
    RecordingPen pen = drawn(beside(60, "B", "C"), options(true), 690, 260);
    assertThat(pen.words()).contains("validation, p = 0.30", "validation, twin", "validation, B", "validation, C",
        "train, masks on", "train, masks off", "train, twin", "train, B", "train, C");
  }

  /// By colour, and by dash for who sees none.
  @Test void eachNetworkHasALineOfItsOwn() {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      RecordingPen pen = new RecordingPen();
      new LossFigure(beside(60, "B", "C", "D", "E"), options(true)).draw(pen, 690, 260, theme);
      List<RecordingPen.Line> validation =
          pen.lines.stream().filter(line -> line.x().length > 10 && line.width() >= 1.8).toList();
      assertThat(validation).hasSize(6);
      assertThat(validation.stream().map(RecordingPen.Line::argb)).doesNotHaveDuplicates();
      assertThat(validation.stream().map(line -> Arrays.toString(line.dash()))).doesNotHaveDuplicates();
    }
  }

  /// Oracle: the recorded values.
  @Test void theHitTellsAllValuesOfTheNetworksBesideByTheirNames() {
    History history = beside(60, "B", "spatial dropout at rate");
    Hit.Epoch hit = (Hit.Epoch) new LossFigure(history, options(true)).hit(300, 100, 690, 260).orElseThrow();
    int row = hit.epoch();
    for (String name : List.of("B", "spatial dropout at rate"))
      assertThat(hit.text()).contains(
          "validation, " + name + ": " + reading(history, new Curve(name, Metric.VALIDATION), row),
          "train, " + name + ": " + reading(history, new Curve(name, Metric.TRAIN), row),
          "train with masks on, " + name + ": " + reading(history, new Curve(name, Metric.TRAIN_MASKED), row));
  }

  private static String reading(History history, Curve curve, int row) {
    return Numbers.reading(history.value(curve, row));
  }

  @Test void oneThatHasStoppedAloneIsSaidToHaveStopped() {
    History whole = beside(60, "B", "C");
    History history = new History() {
      @Override public int size() { return whole.size(); }

      @Override public int epoch(int row) { return whole.epoch(row); }

      @Override public List<Curve> curves() { return whole.curves(); }

      @Override public float value(int column, int row) {
        return curves().get(column).network().equals("B") && row > 20 ? Float.NaN : whole.value(column, row);
      }
    };
    assertThat(drawn(history, options(true), 690, 260).words()).contains("B, stopped", "validation, C")
        .doesNotContain("validation, B", "train, B");
  }

  /// A value is found by the place of its column, which is asked for once a curve and not once an epoch.
  @Test void columnsAreLookedUpOnce() {
    History whole = beside(2000, "B", "C");
    int[] asked = {0};
    History history = new History() {
      @Override public int size() { return whole.size(); }

      @Override public int epoch(int row) { return whole.epoch(row); }

      @Override public List<Curve> curves() { return whole.curves(); }

      @Override public float value(int column, int row) { return whole.value(column, row); }

      @Override public int column(Curve curve) {
        asked[0]++;
        return whole.column(curve);
      }
    };
    drawn(history, options(true), 690, 260);
    assertThat(asked[0]).isLessThan(2 * whole.curves().size());
  }

  private static List<String> labels(LossPair pair, double width) {
    LossFigure.Options options = new LossFigure.Options(true, OptionalInt.empty(), "", 0, "", java.util.Optional.of(pair));
    return drawn(beside(30, "gaussian"), options, width, 260).texts.stream().map(RecordingPen.Text::text).toList();
  }

  @Test void twoThatAreComparedHaveThreeCurvesEachUnderTheirLetters() {
    assertThat(labels(new LossPair(LossPair.Kind.DROPS, "gaussian", LossPair.Kind.DROPS), 690)).contains("A validation", "B validation", "A train, masks on",
        "B train, masks on", "A train, masks off", "B train, masks off").doesNotContain("validation, twin");
  }

  @Test void aNetworkWithoutDropoutHasOneTrainingCurveAndIsGrey() {
    assertThat(labels(new LossPair(LossPair.Kind.DROPS, "gaussian", LossPair.Kind.NONE), 690)).contains("B validation", "B train")
        .doesNotContain("B train, masks on", "B train, masks off");
    LossFigure.Options options = new LossFigure.Options(true, OptionalInt.empty(), "", 0, "",
        java.util.Optional.of(new LossPair(LossPair.Kind.DROPS, "gaussian", LossPair.Kind.NONE)));
    assertThat(drawn(beside(30, "gaussian"), options, 690, 260).lines).noneMatch(line -> line.argb() == Theme.LIGHT.rivalText());
  }

  /// B has the rival's colour and a dash, and its mark is hollow: nothing is told by colour alone.
  @Test void theCurvesOfAAndBDifferInColourDashAndMark() {
    LossFigure.Options options = new LossFigure.Options(true, OptionalInt.empty(), "", 0, "",
        java.util.Optional.of(new LossPair(LossPair.Kind.DROPS, "gaussian", LossPair.Kind.DROPS)));
    RecordingPen pen = drawn(beside(30, "gaussian"), options, 690, 260);
    assertThat(pen.lines).anyMatch(line -> line.argb() == Theme.LIGHT.accent() && line.width() == 2.4 && line.dash().length == 0)
        .anyMatch(line -> line.argb() == Theme.LIGHT.rivalText() && line.width() == 2.4 && line.dash().length == 2);
    assertThat(pen.discs).anyMatch(disc -> disc.filled() && disc.argb() == Theme.LIGHT.accent());
    assertThat(pen.boxes).anyMatch(box -> box.argb() == Theme.LIGHT.card());
  }

  @Test void aMethodThatDropsNothingHasOneTrainingCurveInItsColour() {
    var pair = new LossPair(LossPair.Kind.KEEPS, "gaussian", LossPair.Kind.DROPS);
    assertThat(labels(pair, 690)).contains("A train", "B train, masks on").doesNotContain("A train, masks on", "A train, masks off");
    LossFigure.Options options = new LossFigure.Options(true, OptionalInt.empty(), "", 0, "", java.util.Optional.of(pair));
    assertThat(drawn(beside(30, "gaussian"), options, 690, 260).lines).anyMatch(line -> line.argb() == Theme.LIGHT.accent());
  }
}
