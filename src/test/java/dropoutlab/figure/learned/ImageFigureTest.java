package dropoutlab.figure.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The picture of an example. Oracles: by hand. The pictures are 2 x 3 pixels of grey g,
/// scaled as (g - 0.5) / 0.5.
class ImageFigureTest {
  private static final DataSet IMAGES = new DataSet(
      new Schema(Task.CLASSIFICATION, List.of("a", "b", "c", "d", "e", "f"), "label", List.of("three", "five"),
          new Scaling(Collections.nCopies(6, 0.5), Collections.nCopies(6, 0.5)), new Scaling(List.of(), List.of()),
          Optional.of(new ImageShape(2, 3))),
      new Examples(Tensor.of(1, 6, 0, 0, 0, 0, 0, 0), Tensor.of(1, 1, 0)),
      new Examples(Tensor.of(2, 6, -1, 1, -1, 1, -1, 0, 1, 1, 1, 1, 1, 1), Tensor.of(2, 1, 1, 0)));
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
