package dropoutlab.figure.variant.beside;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView.Fed;
import dropoutlab.math.Tensor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The present batch as the network received it, on the map of what the network has learned: a point between two
/// classes has a colour between theirs. Beside it, the targets of the examples as bars.
record FedPlane(Scene scene, Side side, Learned.DecisionMap map, int example) implements Figure {
  private static final double SPACE = 14, LEAST_ROW = 9, MOST_ROW = 17, RADIUS = 4.2, KEY = 20;
  private static final Type SMALL = new Type(Face.TEXT, 10.5);

  private Fed fed() { return side.view().fed(); }

  private static Inset plane(double width, double height) {
    double room = height - Scene.HEAD - 2;
    return new Inset(0, Scene.HEAD + 2, Math.min(.74 * width, 1.38 * (room - KEY)), room - KEY);
  }

  /// The bars begin where the map ends.
  private Inset bars(double width, double height) {
    Inset at = plane(width, height);
    Plane plane = Plane.of(map.window(), at.width(), at.height(), false);
    double left = plane.left() + plane.width() + SPACE;
    return new Inset(left, Scene.HEAD + 18, width - left, height - Scene.HEAD - 18);
  }

  private double rowHeight(Inset bars) {
    return Math.clamp(bars.height() / Math.max(1, fed().targets().rows()), LEAST_ROW, MOST_ROW);
  }

  private int rows(Inset bars) { return Math.min(fed().targets().rows(), (int) (bars.height() / rowHeight(bars))); }

  private static DataSet without(Scene scene) {
    Examples none = new Examples(new Tensor(0, 2), new Tensor(0, scene.schema().outputs()));
    return new DataSet(scene.schema(), none, none);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    scene.drawHead(pen, theme, side, width);
    if (height < 90) return;
    Inset at = plane(width, height);
    at.draw(pen, new DecisionFigure(without(scene), map, Which.NETWORK), theme);
    Plane plane = Plane.of(map.window(), at.width(), at.height(), false);
    Pen inside = at.on(pen);
    Marks marks = new Marks();
    for (int row = fed().inputs().rows() - 1; row >= 0; row--) {
      boolean chosen = row == example;
      marks.classDot(inside, largest(row, -1), xPx(plane, row), yPx(plane, row), chosen ? RADIUS + 1.5 : RADIUS,
          colour(theme, row),
          chosen ? theme.ink() : theme.card(), chosen ? 2 : 1.4);
    }
    drawKey(pen, theme, plane, at, marks);
    drawBars(pen, theme, bars(width, height));
  }

  private void drawKey(Pen pen, Theme theme, Plane plane, Inset at, Marks marks) {
    double left = at.left() + plane.left() + 5, y = at.top() + plane.top() + plane.height() + 13;
    for (int c = 0; c < classes(); c++) {
      String name = scene.schema().className(c);
      marks.classDot(pen, c, left, y, RADIUS, Palette.categorical(theme, c), theme.card(), 1);
      pen.fill(theme.muted());
      pen.text(name, left + 9, y + 4, SMALL, Align.LEFT);
      left += 24 + pen.textWidth(name, SMALL);
    }
    pen.fill(theme.muted());
    String between = Words.of("besideview.fed.between");
    if (left + pen.textWidth(between, SMALL) < at.right()) pen.text(between, left, y + 4, SMALL, Align.LEFT);
  }

  private double xPx(Plane plane, int row) {
    return plane.xPx(scene.schema().inputScaling().toRaw(0, fed().inputs().at(row, 0)));
  }

  private double yPx(Plane plane, int row) {
    return plane.yPx(scene.schema().inputScaling().toRaw(1, fed().inputs().at(row, 1)));
  }

  private int classes() { return scene.schema().classes().size(); }

  /// Two classes have one column: the second one's.
  private double target(int row, int c) {
    Matrix targets = fed().targets();
    if (targets.cols() > 1) return targets.at(row, c);
    return c == 1 ? targets.at(row, 0) : 1 - targets.at(row, 0);
  }

  private int largest(int row, int but) {
    int best = but == 0 ? 1 : 0;
    for (int c = 0; c < classes(); c++) if (c != but && target(row, c) > target(row, best)) best = c;
    return best;
  }

  private int colour(Theme theme, int row) {
    int first = largest(row, -1), second = largest(row, first);
    double both = target(row, first) + target(row, second);
    return Palette.mix(Palette.categorical(theme, first), Palette.categorical(theme, second),
        both > 0 ? target(row, second) / both : 0);
  }

  private void drawBars(Pen pen, Theme theme, Inset at) {
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("besideview.fed.targets"), SMALL, at.width()), at.left(), at.top() - 6, SMALL,
        Align.LEFT);
    double each = rowHeight(at), numbers = at.width() > 90 ? 34 : 0;
    for (int row = 0; row < rows(at); row++) {
      double left = at.left(), top = at.top() + row * each;
      for (int c = 0; c < classes(); c++) {
        double wide = target(row, c) * (at.width() - numbers - 2);
        pen.fill(Palette.categorical(theme, c));
        pen.fillRect(left, top + 1, wide, each - 3);
        left += wide;
      }
      if (row == example) {
        pen.stroke(theme.ink(), 1.5, Marks.SOLID);
        pen.strokeRect(at.left() - 1, top, at.width() - numbers, each - 1);
      }
      if (numbers == 0) continue;
      pen.fill(row == example ? theme.ink() : theme.muted());
      pen.text(Numbers.fixed(target(row, largest(row, -1)), 2), at.right() - 1, top + each / 2 + 3, SMALL, Align.RIGHT);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset at = plane(width, height), bars = bars(width, height);
    Plane plane = Plane.of(map.window(), at.width(), at.height(), false);
    for (int row = 0; row < fed().inputs().rows(); row++)
      if (Math.hypot(at.left() + xPx(plane, row) - x, at.top() + yPx(plane, row) - y) < 8)
        return Optional.of(told(row));
    int row = (int) Math.floor((y - bars.top()) / rowHeight(bars));
    return bars.contains(x, y) && row >= 0 && row < rows(bars) ? Optional.of(told(row)) : Optional.empty();
  }

  private Hit told(int row) {
    int first = largest(row, -1), second = largest(row, first);
    return new Hit.Place(row, target(row, first),
        Words.of("besideview.fed.told.point", row + 1, scene.schema().className(first),
        Numbers.fixed(target(row, first), 2), scene.schema().className(second), Numbers.fixed(target(row, second), 2)));
  }
}
