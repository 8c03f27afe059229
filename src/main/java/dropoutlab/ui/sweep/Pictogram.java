package dropoutlab.ui.sweep;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/// What a ready-made sweep looks like, in a few lines and dots.
final class Pictogram extends StackPane {
  static final double SMALL = .8;
  private static final double WIDTH = 30, HEIGHT = 24;

  private final Group drawing = new Group();

  /// @param id   of the ready-made sweep
  /// @param scale 1 for the row of small ones
  Pictogram(String id, double scale) {
    getStyleClass().add("pictogram");
    // Both ends are there, so that all pictograms are of one size.
    dot(0, 0, 0, "");
    dot(WIDTH, HEIGHT, 0, "");
    switch (id) {
      case "error-against-p" -> rate();
      case "width-pn-fixed" -> width();
      case "data-set-size" -> data();
      case "regularisers" -> regularisers();
      case "passes" -> passes();
      default -> features();
    }
    drawing.setScaleX(scale);
    drawing.setScaleY(scale);
    getChildren().add(new Group(drawing));
    setMinSize(WIDTH * scale, HEIGHT * scale);
  }

  private void line(String path, String... styles) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("pictogram-line");
    shape.getStyleClass().addAll(styles);
    drawing.getChildren().add(shape);
  }

  private void dot(double x, double y, double radius, String style) {
    Circle dot = new Circle(x, y, radius);
    dot.getStyleClass().add(style.isEmpty() ? "pictogram-dot" : style);
    drawing.getChildren().add(dot);
  }

  private void rate() {
    line("M 1 6 C 6 14 10 18 15 18 C 21 18 25 12 28 3", "accent");
    double[][] dots = {{1, 3}, {3, 12}, {8, 13}, {9, 19}, {14, 14}, {15, 22}, {20, 13}, {21, 20}, {26, 10}, {28, 0}};
    for (double[] at : dots) dot(at[0], at[1], 1.2, "");
  }

  private void width() {
    for (int column = 0; column < 4; column++)
      for (int unit = 0; unit < 1 + 2 * column - (column > 1 ? 1 : 0); unit++)
        dot(4 + 7 * column, 22 - 4.4 * unit, 1.7, unit == 0 && column == 0 ? "pictogram-hollow" : "");
  }

  private void data() {
    line("M 1 2 C 5 14 12 19 29 21", "accent");
    line("M 1 8 C 8 14 14 16 29 17", "dashed");
  }

  private void regularisers() {
    double[][] rows = {{2, 13}, {5, 19}, {4, 16}, {8, 23}};
    for (int i = 0; i < rows.length; i++) {
      double y = 3 + 6 * i, middle = (rows[i][0] + rows[i][1]) / 2 + 2;
      Line spread = new Line(rows[i][0], y, rows[i][1] + 5, y);
      spread.getStyleClass().addAll("pictogram-line", "grey");
      drawing.getChildren().add(spread);
      dot(middle, y, 1.8, i == 2 ? "pictogram-accent" : "");
    }
  }

  private void features() {
    for (int row = 0; row < 3; row++)
      for (int column = 0; column < 4; column++)
        dot(4 + 7.4 * column, 4 + 8 * row, 1.2 + (5 * row + 3 * column) % 4 * .75, (row + column) % 3 == 0
            ? "pictogram-accent" : "");
  }

  private void passes() {
    line("M 1 2 C 4 15 10 18 29 18.5", "accent");
    line("M 1 14 L 29 14", "dashed");
    for (double[] at : new double[][] {{2, 3}, {4, 10}, {7, 15}, {12, 17}, {20, 18}}) dot(at[0], at[1], 1.5, "");
  }
}
