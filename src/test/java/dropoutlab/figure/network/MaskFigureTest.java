package dropoutlab.figure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dropoutlab.data.Schema;
import dropoutlab.figure.NetworkSamples;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import org.junit.jupiter.api.Test;

class MaskFigureTest {
  private static final Schema TWO = NetworkSamples.classes(2, "0", "1");

  private static RecordingPen drawn(NetworkView view, double width, double height) {
    RecordingPen pen = new RecordingPen();
    new MaskFigure(view, 0).draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  @Test void saysThatNothingIsDropped() {
    assertThat(drawn(NetworkSamples.network(TWO, 8, 0, false, 4), 300, 300).words())
        .containsExactly("p = 0: nothing is dropped");
  }

  @Test void namesEachMaskedLayerAndTheChosenExample() {
    assertThat(drawn(NetworkSamples.network(TWO, 8, .3, false, 4, 5), 300, 300).words())
        .contains("masks of this batch", "hidden 1", "hidden 2", "1");
  }

  /// By hand: 3 rows of 4 with every fourth unit dropped keep 9 of 12.
  @Test void keptCellsAreVioletAndDroppedOnesArePage() {
    NetworkView view = NetworkSamples.masked(NetworkSamples.network(TWO, 3, 0, false, 4), 1,
        Matrix.generate(3, 4, (r, u) -> u == 3 ? 0 : 2));
    RecordingPen pen = drawn(view, 300, 300);
    assertThat(pen.words()).contains("hidden 1");
    int[] raster = pen.images.get(0);
    assertThat(raster).hasSize(12);
    for (int i = 0; i < 12; i++) assertThat(raster[i] == Theme.LIGHT.page()).isEqualTo(i % 4 == 3);
    assertThat(pen.images.get(1)).containsExactly(Theme.LIGHT.accent(), Theme.LIGHT.accent(), Theme.LIGHT.accent(),
        Theme.LIGHT.page());
  }

  /// By hand: of 2 units that share a pixel one is dropped, so its tint is half-way.
  @Test void crowdedCellsShowTheirShareOfKept() {
    int units = 1000;
    NetworkView view = NetworkSamples.masked(NetworkSamples.network(TWO, 1, 0, false, units), 1,
        Matrix.generate(1, units, (r, u) -> u % 2 == 0 ? 0 : 2));
    RecordingPen pen = drawn(view, 516, 100);
    assertThat(pen.images.get(1)).hasSize(500)
        .containsOnly(Palette.mix(Theme.LIGHT.page(), Theme.LIGHT.accent(), .5));
  }

  @Test void aCellTellsItsMask() {
    NetworkView view = NetworkSamples.masked(NetworkSamples.network(TWO, 3, 0, false, 4), 1,
        Matrix.generate(3, 4, (r, u) -> u == 3 ? 0 : 2));
    MaskFigure figure = new MaskFigure(view, 0);
    // The raster: 14 px at the left for a one-digit number, cells of 16 px, and above them lines of 12, 10 and 12 px
    // with gaps of 4, 5 and 6 px.
    Hit kept = figure.hit(14 + 2.5 * 16, 49 + 1.5 * 16, 300, 300).orElseThrow();
    assertThat(kept).isEqualTo(new Hit.MaskCell(1, 1, 2, "hidden 1, unit 3\nexample 2\nkept: × 2.00"));
    assertThat(figure.hit(14 + 3.5 * 16, 49 + 8, 300, 300).orElseThrow().text()).contains("dropped");
    assertThat(figure.hit(299, 299, 300, 300)).isEmpty();
  }

  @Test void aDroppedCellCarriesADot() {
    NetworkView view = NetworkSamples.masked(NetworkSamples.network(TWO, 3, 0, false, 4), 1,
        Matrix.generate(3, 4, (r, u) -> u == 3 ? 0 : 2));
    RecordingPen pen = drawn(view, 300, 300);
    assertThat(pen.boxes.stream().filter(b -> b.argb() == Theme.LIGHT.muted())).hasSize(3)
        .allMatch(b -> b.x() > 14 + 3 * 16 && b.x() + b.width() < 14 + 4 * 16);
    assertThat(pen.words()).contains("units → examples ↓");
  }

  @Test void cellsAreWholePixels() {
    RecordingPen pen = drawn(NetworkSamples.network(TWO, 7, .3, false, 17, 50, 300), 133, 517);
    for (RecordingPen.Box raster : pen.boxes.stream().filter(b -> b.argb() == 0).toList()) {
      assertThat(raster.x()).isEqualTo(Math.rint(raster.x()));
      assertThat(raster.width()).isEqualTo(Math.rint(raster.width()));
    }
  }

  /// WCAG requires a contrast of 3 between marks that carry information.
  @Test void keptCellsStandOutFromDroppedOnes() {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK})
      assertThat(Palette.contrast(Palette.luminance(MaskFigure.kept(theme, theme.accent())), Palette.luminance(theme.page())))
          .isGreaterThan(3);
  }

  @Test void drawsAtAnySize() {
    NetworkView view = NetworkSamples.network(TWO, 200, .3, false, 3, 700, 16, 16, 16, 16, 16, 16);
    double[][] sizes = {{90, 380}, {60, 60}, {1, 1}, {1400, 40}, {20, 900}};
    for (double[] size : sizes) assertThatCode(() -> drawn(view, size[0], size[1])).doesNotThrowAnyException();
  }
}
