package dropoutlab.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a canvas says to a screen reader. Oracle: a figure that counts how often it is asked for its words.
@ExtendWith(ApplicationExtension.class)
class SpokenCanvasTest {
  private final AtomicInteger asked = new AtomicInteger();
  private FigureCanvas canvas;
  private Button other;

  /// Numbered by when it was asked.
  private final class Speaking implements Figure {
    @Override public void draw(Pen pen, double width, double height, Theme theme) {}

    @Override public Description describe() {
      return Description.of("A figure", "It is asked for the time " + asked.incrementAndGet() + ".");
    }
  }

  @Start void start(Stage stage) {
    other = new Button();
    canvas = new FigureCanvas(new Appearance(new Fonts()), "spoken", "the plain text");
    canvas.setFocusTraversable(true);
    stage.setScene(new Scene(new VBox(other, canvas), 300, 200));
    stage.show();
    other.requestFocus();
  }

  private static <T> T onFx(Supplier<T> action) { return WaitForAsyncUtils.waitForAsyncFx(60_000, action::get); }

  private String show(int figures) {
    return onFx(() -> {
      for (int i = 0; i < figures; i++) canvas.show(new Speaking());
      return canvas.getAccessibleText();
    });
  }

  private String focus(Node node) {
    return onFx(() -> {
      node.requestFocus();
      return canvas.getAccessibleText();
    });
  }

  @Test void aFigureThinksAboutItsWordsOnlyWithTheFocus() throws Exception {
    assertThat(show(50)).isEqualTo("the plain text");
    assertThat(asked).hasValue(0);
    assertThat(focus(canvas)).isEqualTo("A figure. It is asked for the time 1.");
    // Many figures at once: the next words follow when the two seconds are over, and once.
    assertThat(show(50)).isEqualTo("A figure. It is asked for the time 1.");
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> canvas.getAccessibleText().endsWith("time 2.")));
    assertThat(asked).hasValue(2);
    assertThat(focus(other)).isEqualTo("the plain text");
  }

  @Test void aFigureWithoutWordsKeepsThePlainText() {
    onFx(() -> {
      canvas.show((_, _, _, _) -> {});
      return null;
    });
    assertThat(focus(canvas)).isEqualTo("the plain text");
  }
}
