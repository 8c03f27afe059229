package dropoutlab.ui.export;

import dropoutlab.ui.fx.Controls;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// A length beside a picture, as on a drawing: a line with ends, and the length in its middle.
final class Measure extends Region {
  private static final double GAP = 28;

  private final Label text = Controls.label("", "measure");
  private final Line before = new Line(), after = new Line(), begin = new Line(), end = new Line();
  private final boolean upright;

  Measure(boolean upright) {
    this.upright = upright;
    for (Line line : new Line[] {before, after, begin, end}) line.getStyleClass().add("measure-line");
    text.setRotate(upright ? -90 : 0);
    setMouseTransparent(true);
    getChildren().addAll(before, after, begin, end, text);
  }

  /// @param cut whether the picture goes on beyond both ends
  void show(String length, boolean cut) {
    text.setText(length);
    begin.setVisible(!cut);
    end.setVisible(!cut);
    requestLayout();
  }

  @Override protected void layoutChildren() {
    double length = upright ? getHeight() : getWidth(),
        middle = Math.floor((upright ? getWidth() : getHeight()) / 2) + .5;
    double wide = text.prefWidth(-1), high = text.prefHeight(-1);
    double from = Math.round((length - wide) / 2 - GAP), to = length - from;
    boolean room = from > 12;
    before.setVisible(room);
    after.setVisible(room);
    put(before, 0, from, middle);
    put(after, to, length, middle);
    cross(begin, .5, middle);
    cross(end, length - .5, middle);
    text.resize(wide, high);
    double x = (upright ? middle : length / 2) - wide / 2, y = (upright ? length / 2 : middle) - high / 2;
    text.relocate(Math.round(x), Math.round(y));
  }

  private void put(Line line, double from, double to, double at) {
    line.setStartX(upright ? at : from);
    line.setStartY(upright ? from : at);
    line.setEndX(upright ? at : to);
    line.setEndY(upright ? to : at);
  }

  private void cross(Line line, double along, double middle) {
    line.setStartX(upright ? middle - 5 : along);
    line.setStartY(upright ? along : middle - 5);
    line.setEndX(upright ? middle + 5 : along);
    line.setEndY(upright ? along : middle + 5);
  }
}
