package dropoutlab.ui.uncertainty;

import dropoutlab.data.ImageShape;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Matrix;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.ExampleStepper;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/// A picture under the pointer: dragging moves it, or writes on it.
final class PictureCanvas {
  private final FigureCanvas canvas;
  private final PictureTools tools;
  private final ExampleStepper stepper;
  private ImageFigure figure;
  private ImageShape shape;
  private Hit.Place grabbed;
  private Treatment before;
  private int penX;
  private int penY;

  PictureCanvas(Appearance appearance, PictureTools tools, ExampleStepper stepper) {
    this.tools = tools;
    this.stepper = stepper;
    canvas = new FigureCanvas(appearance, "picture", Words.of("uncertainty.picture.tip"));
    canvas.setFocusTraversable(true);
  }

  FigureCanvas canvas() { return canvas; }

  Subscription bind() {
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> grabbed = null);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> canvas.setCursor(place(event).isEmpty() ? Cursor.DEFAULT
        : tools.isWriting() ? Cursor.CROSSHAIR : Cursor.OPEN_HAND));
    canvas.setOnKeyPressed(this::press);
    return canvas.bind();
  }

  void show(Matrix picture, ImageShape shape, String caption) {
    if (!shape.equals(this.shape)) {
      penX = shape.width() / 2;
      penY = shape.height() / 2;
    }
    this.shape = shape;
    figure = new ImageFigure(picture, shape, caption);
    canvas.show(figure);
  }

  private Optional<Hit.Place> place(MouseEvent event) {
    return figure == null ? Optional.empty() : figure.place(canvas.toFigure(event.getX()),
        canvas.toFigure(event.getY()), canvas.figureWidth(), canvas.figureHeight());
  }

  private void press(MouseEvent event) {
    grabbed = event.getButton() == MouseButton.PRIMARY ? place(event).orElse(null) : null;
    if (grabbed == null) return;
    before = tools.treatment().get();
    if (tools.isWriting()) tools.treatment().set(before.beginStroke(grabbed.xData(), grabbed.yData()));
  }

  private void drag(MouseEvent event) {
    if (grabbed == null) return;
    place(event).ifPresent(at -> {
      if (tools.isWriting()) tools.treatment().set(tools.treatment().get().stroke(at.xData(), at.yData()));
      else tools.treatment().set(before.with(to -> to
          .rightPx(tenth(before.rightPx() + at.xData() - grabbed.xData(), shape.width()))
          .downPx(tenth(before.downPx() + at.yData() - grabbed.yData(), shape.height()))));
    });
  }

  private static double tenth(double px, int size) {
    return Math.clamp(Math.rint(px * 10) / 10, -size / 2.0, size / 2.0);
  }

  private void press(KeyEvent event) {
    if (!tools.isWriting() || shape == null) {
      stepper.press(event);
      return;
    }
    switch (event.getCode()) {
      case LEFT -> penX--;
      case RIGHT -> penX++;
      case UP -> penY--;
      case DOWN -> penY++;
      case ENTER -> tools.treatment().set(tools.treatment().get().beginStroke(penX + 0.5, penY + 0.5));
      default -> {
        return;
      }
    }
    event.consume();
    penX = Math.clamp(penX, 0, shape.width() - 1);
    penY = Math.clamp(penY, 0, shape.height() - 1);
    Hit.Place at = figure.middle(penX, penY, canvas.figureWidth(), canvas.figureHeight());
    canvas.pointAt(at.xData(), at.yData());
  }
}
