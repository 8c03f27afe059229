package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import java.util.function.DoubleFunction;

/// The training points on a map of the two inputs. Of very many only some are drawn, evenly through the set.
public final class MapPoints {
  private static final int MOST = 1000;

  private final Schema schema;
  private final Examples examples;
  private final Marks marks = new Marks();

  public MapPoints(DataSet data) {
    this.schema = data.schema();
    this.examples = data.train();
  }

  @FunctionalInterface
  private interface Dot {
    void draw(int example, double x, double y);
  }

  private void each(Plane plane, Dot dot) {
    Scaling scaling = schema.inputScaling();
    int stride = (examples.size() + MOST - 1) / MOST;
    for (int e = 0; e < examples.size(); e += stride) {
      double x = plane.xPx(scaling.toRaw(0, examples.x().at(e, 0)));
      double y = plane.yPx(scaling.toRaw(1, examples.x().at(e, 1)));
      if (plane.contains(x, y)) dot.draw(e, x, y);
    }
  }

  /// The card's colour, or ink round dots that would drown in it.
  private static int ring(Theme theme, int colour) {
    double contrast = Palette.contrast(Palette.luminance(colour), Palette.luminance(theme.card()));
    return contrast >= 2.2 ? theme.card() : theme.ink();
  }

  private double radius(Plane plane) {
    double crowding = examples.size() > 250 ? .7 : 1;
    return crowding * Math.clamp(Math.min(plane.width(), plane.height()) / 60, 2, 5);
  }

  /// A shape and a colour a class, with a ring that contrasts with the dot.
  void drawClasses(Pen pen, Plane plane, Theme theme) {
    double radius = radius(plane);
    clipped(pen, plane, () -> each(plane, (e, x, y) -> {
      int colour = Palette.categorical(theme, examples.label(e));
      marks.classDot(pen, examples.label(e), x, y, radius, colour, ring(theme, colour), .35 * radius);
    }));
  }

  /// Dots filled by the target: `colours` takes it in its own units.
  void drawTargets(Pen pen, Plane plane, Theme theme, DoubleFunction<Integer> colours) {
    double radius = radius(plane);
    clipped(pen, plane, () -> each(plane, (e, x, y) -> {
      int colour = colours.apply(schema.targetScaling().toRaw(0, examples.y().at(e, 0)));
      marks.classDot(pen, 0, x, y, radius, colour, ring(theme, colour), .35 * radius);
    }));
  }

  /// Small white dots that leave the map to be seen.
  public void drawPlain(Pen pen, Plane plane) {
    double radius = .66 * radius(plane);
    clipped(pen, plane, () -> each(plane, (e, x, y) -> {
      pen.fill(0xA0101418);
      pen.fillOval(x, y, radius + .6);
      pen.fill(0xF0FFFFFF);
      pen.fillOval(x, y, radius);
    }));
  }

  private static void clipped(Pen pen, Plane plane, Runnable drawing) {
    pen.clip(plane.left(), plane.top(), plane.width(), plane.height());
    drawing.run();
    pen.unclip();
  }
}
