package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Stack;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Method;
import dropoutlab.words.Shown;
import dropoutlab.words.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The parts that the figures of uncertainty have in common. Oracles: by hand.
class PlotPartsTest {
  @Test void hatchesStayWithinTheirRectangle() {
    RecordingPen pen = new RecordingPen();
    Hatch.rect(pen, 10, 20, 30, 12, 5);
    assertThat(pen.lines).isNotEmpty();
    for (RecordingPen.Line line : pen.lines)
      for (int i = 0; i < 2; i++) {
        assertThat(line.x()[i]).isBetween(10.0, 40.0);
        assertThat(line.y()[i]).isBetween(20.0, 32.0);
        // Every line is a rising diagonal anchored to the page.
        assertThat((line.x()[i] + line.y()[i]) / 5).isCloseTo(Math.rint((line.x()[i] + line.y()[i]) / 5), within(1e-9));
      }
  }

  /// Open from column 10 to 20 between the heights 5 and 15, closed elsewhere.
  @Test void hatchesStayBetweenTheirBorders() {
    double[] upper = new double[40];
    double[] lower = new double[40];
    Arrays.fill(upper, 10);
    Arrays.fill(lower, 10);
    Arrays.fill(upper, 10, 21, 5);
    Arrays.fill(lower, 10, 21, 15);
    RecordingPen pen = new RecordingPen();
    Hatch.between(pen, 100, upper, lower, 4);
    assertThat(pen.lines).hasSizeGreaterThan(3);
    for (RecordingPen.Line line : pen.lines)
      for (int i = 0; i < 2; i++) {
        assertThat(line.x()[i]).isBetween(109.0, 121.0);
        assertThat(line.y()[i]).isBetween(4.4, 15.6);
      }
    RecordingPen none = new RecordingPen();
    Hatch.between(none, 0, new double[] {Double.NaN, 3}, new double[] {5, 3}, 4);
    assertThat(none.lines).isEmpty();
  }

  @Test void insetsDrawAndAreHitInTheirOwnPlace() {
    Inset inset = new Inset(100, 50, 40, 30);
    Figure corner = new Figure() {
      @Override public void draw(Pen pen, double width, double height, Theme theme) {
        pen.fillRect(0, 0, width, height);
      }

      @Override public Optional<Hit> hit(double x, double y, double width, double height) {
        return Optional.of(new Hit.Place(x, y, ""));
      }
    };
    RecordingPen pen = new RecordingPen();
    inset.draw(pen, corner, Theme.LIGHT);
    assertThat(pen.boxes).containsExactly(new RecordingPen.Box(100, 50, 40, 30, 0));
    assertThat(inset.hit(corner, 103, 57)).contains(new Hit.Place(3, 7, ""));
    assertThat(inset.hit(corner, 99, 57)).isEmpty();
  }

  /// All plots of a stack begin and end at one pixel, whatever their labels need.
  @Test void stackedPlotsShareTheirXAxis() {
    Scale x = Scale.linear(0, 1, 0, 1);
    Stack stack = Stack.of(List.of(new Stack.Part(x, Scale.linear(0, 1, 0, 1), "a", 2, 80, 0),
        new Stack.Part(x, Scale.linear(0, 123_456, 0, 1), "b", 1, 0, 0)), "x", 10, 400, 300);
    assertThat(stack.axes().get(0).leftPx()).isEqualTo(stack.axes().get(1).leftPx());
    assertThat(stack.axes().get(0).rightPx()).isEqualTo(stack.axes().get(1).rightPx());
    assertThat(stack.insets().get(0).top()).isEqualTo(10);
    assertThat(stack.insets().get(1).bottom()).isCloseTo(300, within(1e-9));
    double upper = stack.insets().get(0).top() + stack.axes().get(0).bottomPx();
    assertThat(upper).isLessThan(stack.insets().get(1).top() + stack.axes().get(1).topPx());
  }

  /// Without colour there is still the dash and the mark; on grey, and to every eye, a line stands out 3 : 1.
  @Test void methodsDifferWithoutColourAndStandOut() {
    for (Method one : Method.values()) {
      MethodLook look = MethodLook.of(one);
      for (Method other : Method.values()) {
        if (one == other) continue;
        assertThat(look.dash()).isNotEqualTo(MethodLook.of(other).dash());
        assertThat(look.shape()).isNotEqualTo(MethodLook.of(other).shape());
      }
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK))
        assertThat(Palette.contrast(Palette.luminance(look.colour(theme)), Palette.luminance(theme.card())))
            .as(one + " on " + theme.name()).isGreaterThan(3);
    }
    assertThat(MethodLook.MC_DROPOUT.colour(Theme.LIGHT)).isEqualTo(Theme.LIGHT.accent());
  }

  @Test void readableColoursStandOutAndGoodOnesStay() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK))
      for (int c = 0; c < 10; c++) {
        int readable = Palette.readable(theme, Palette.categorical(theme, c));
        assertThat(Palette.contrast(Palette.luminance(readable), Palette.luminance(theme.card())))
            .isGreaterThanOrEqualTo(3);
      }
    assertThat(Palette.readable(Theme.LIGHT, Theme.LIGHT.negative())).isEqualTo(Theme.LIGHT.negative());
  }

  @Test void unitsAreReadFromNames() {
    assertThat(Unit.of("CO2 (ppm)")).isEqualTo("ppm");
    assertThat(Unit.of("CO₂, ppm")).isEqualTo("ppm");
    assertThat(Unit.of("y")).isEmpty();
    assertThat(Unit.squared("CO2 (ppm)")).isEqualTo(", ppm²");
    assertThat(Unit.squared("speed (m/s)")).isEqualTo(", (m/s)²");
    assertThat(Unit.squared("y")).isEmpty();
  }

  @Test void errorsTellHowManyDigitsCount() {
    assertThat(Shown.within(.72299, .0042)).isEqualTo("0.7230 ± 0.0042");
    assertThat(Shown.within(391.562, .354)).isEqualTo("391.56 ± 0.35");
    assertThat(Shown.within(2.5, 0)).isEqualTo("2.50");
  }
}
