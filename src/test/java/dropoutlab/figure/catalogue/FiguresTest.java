package dropoutlab.figure.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.passes.ClassStripFigure;
import dropoutlab.figure.passes.UncertaintyMapFigure.Quantity;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Uncertainty;
import dropoutlab.frame.Viewport;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The choice of figures, and the picture of an example. Oracles: by hand. The pictures are 2 x 3 pixels of grey g,
/// scaled as (g - 0.5) / 0.5.
class FiguresTest {
  private static final DataSet IMAGES = new DataSet(
      new Schema(Task.CLASSIFICATION, List.of("a", "b", "c", "d", "e", "f"), "label", List.of("three", "five"),
          new Scaling(Collections.nCopies(6, 0.5), Collections.nCopies(6, 0.5)), new Scaling(List.of(), List.of()),
          Optional.of(new ImageShape(2, 3))),
      new Examples(Tensor.of(1, 6, 0, 0, 0, 0, 0, 0), Tensor.of(1, 1, 0)),
      new Examples(Tensor.of(2, 6, -1, 1, -1, 1, -1, 0, 1, 1, 1, 1, 1, 1), Tensor.of(2, 1, 1, 0)));
  private static final Viewport SQUARE = new Viewport(0, 1, 0, 1);
  private static final Matrix FOUR = Matrix.generate(4, 1, (r, _) -> r);

  private static Uncertainty.Maps maps(Matrix entropy) {
    return new Uncertainty.Maps(5, SQUARE, 2, 2, FOUR, FOUR, entropy, entropy);
  }

  @Test void pairsAreDrawnOnlyWhereTheTwinHasAPictureOfItsOwn() {
    assertThat(Figures.isPair(new Learned.DecisionMap(SQUARE, 2, 2, FOUR, FOUR))).isTrue();
    assertThat(Figures.isPair(new Learned.DecisionMap(SQUARE, 2, 2, FOUR, Matrix.EMPTY))).isFalse();
    assertThat(Figures.isPair(new Learned.FittedCurve(FOUR, FOUR, FOUR))).isFalse();
    assertThat(Figures.hasTwin(new Learned.FittedCurve(FOUR, FOUR, FOUR))).isTrue();
    assertThat(Figures.hasTwin(new Learned.Scatter(FOUR, FOUR, Matrix.EMPTY))).isFalse();
  }

  @Test void entropyIsOfClassesAlone() {
    assertThat(Figures.has(maps(FOUR), Quantity.ENTROPY)).isTrue();
    assertThat(Figures.has(maps(Matrix.EMPTY), Quantity.ENTROPY)).isFalse();
    assertThat(Figures.has(maps(Matrix.EMPTY), Quantity.MEAN)).isTrue();
    assertThat(Figures.has(new Uncertainty.ValuePasses(4, 0, FOUR, 1, Noise.of(1)), Quantity.SD)).isFalse();
  }

  @Test void exampleIsNamedWhereThePassesAreOfOne() {
    var passes = new Uncertainty.ClassPasses(1, 1, List.of("three", "five"), Matrix.row(0.2f, 0.8f), 1, 0.5, 0.1);
    assertThat(Figures.example(passes)).contains(1);
    assertThat(Figures.example(maps(FOUR))).isEmpty();
    assertThat(Figures.hasProbe(passes)).isFalse();
    assertThat(Figures.of(passes, Quantity.SD, Optional.empty(), IMAGES)).isInstanceOf(ClassStripFigure.class);
  }

  @Test void imageShowsInkOnPaperAndItsLabel() {
    RecordingPen pen = new RecordingPen();
    new ImageFigure(IMAGES, 0).draw(pen, 100, 150, Theme.LIGHT);
    int paper = Theme.LIGHT.card();
    int ink = Theme.LIGHT.ink();
    assertThat(pen.images).hasSize(1);
    assertThat(pen.images.getFirst()).containsExactly(paper, ink, paper, ink, paper, Palette.mix(paper, ink, 0.5));
    assertThat(pen.words()).containsExactly("label five");
    RecordingPen.Box box = pen.boxes.getFirst();
    assertThat(box.width() % 2).isZero();
    assertThat(box.width() / 2).isEqualTo(box.height() / 3);
    assertThat(pen.texts.getFirst().top()).isGreaterThan(box.y() + box.height());
    assertThat(pen.texts.getFirst().bottom()).isLessThan(150);
  }

  @Test void imageTellsThePixelUnderThePointer() {
    ImageFigure figure = new ImageFigure(IMAGES, 0);
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 100, 150, Theme.LIGHT);
    RecordingPen.Box box = pen.boxes.getFirst();
    double x = box.x() + box.width() - 1;
    double y = box.y() + box.height() - 1;
    assertThat(figure.hit(x, y, 100, 150).orElseThrow().text())
        .isEqualTo("validation example 1, label five\npixel (2, 3): ink 0.50");
    assertThat(figure.hit(box.x() - 2, y, 100, 150)).isEmpty();
  }

  @Test void imageStaysWithinAnySize() {
    for (double size : new double[] {1, 8, 30, 61, 400}) {
      RecordingPen pen = new RecordingPen();
      new ImageFigure(IMAGES, 1).draw(pen, size, size, Theme.DARK);
      RecordingPen.Box box = pen.boxes.getFirst();
      assertThat(box.height()).isLessThanOrEqualTo(size);
      pen.texts.forEach(text -> assertThat(text.bottom()).isLessThanOrEqualTo(size));
    }
  }

  @Test void whatIsNoImageIsRefused() {
    assertThatThrownBy(() -> new ImageFigure(IMAGES, 2)).hasMessageContaining("2 examples");
    DataSet plane = new DataSet(new Schema(Task.REGRESSION, List.of("x"), "y", List.of(),
        new Scaling(List.of(0.0), List.of(1.0)), new Scaling(List.of(0.0), List.of(1.0)), Optional.empty()),
        new Examples(Tensor.of(1, 1, 0), Tensor.of(1, 1, 0)), new Examples(Tensor.of(1, 1, 0), Tensor.of(1, 1, 0)));
    assertThatThrownBy(() -> new ImageFigure(plane, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
