package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Many series: a small panel of values each, all on one scale.
final class Multiples {
  private static final double RATIO = 1.35, GAP = 14;

  private final List<SweepView> views;
  private final List<Inset> insets = new ArrayList<>();
  private final double[] values;
  private final double head;

  Multiples(SweepView view, double width, double height) {
    views = view.series().stream().map(view::of).toList();
    values = view.values();
    boolean worded = Axes.roomForWords(width, height);
    head = worded ? Math.round(1.6 * Axes.textSize(width, height)) : 0;
    int columns = Math.clamp((int) Math.round(Math.sqrt(views.size() * width / height / RATIO)), 1, views.size());
    int rows = (views.size() + columns - 1) / columns;
    double wide = (width - GAP * (columns - 1)) / columns, high = height / rows;
    for (int i = 0; i < views.size(); i++)
      insets.add(new Inset(i % columns * (wide + GAP), i / columns * high, wide, high - (rows > 1 ? 4 : 0)));
  }

  private Arrangement panel(int i) {
    return new Standing(views.get(i).alone(), insets.get(i).width(), insets.get(i).height() - head, values);
  }

  void draw(Pen pen, Theme theme) {
    for (int i = 0; i < views.size(); i++) {
      Inset inset = insets.get(i);
      if (head > 0) {
        Type type = new Type(Face.TEXT_BOLD, Axes.textSize(inset.width(), inset.height()));
        boolean chosen = views.get(i).isChosenSeries(views.get(i).series().getFirst());
        pen.fill(chosen ? theme.accent() : theme.ink());
        pen.text(Fit.within(pen, views.get(i).name(views.get(i).series().getFirst()), type, inset.width()),
            inset.left(), inset.top() + type.size(), type,
            Align.LEFT);
      }
      panel(i).draw(new Inset(inset.left(), inset.top() + head, inset.width(), inset.height() - head).on(pen), theme);
    }
  }

  Optional<Hit> hit(double x, double y) {
    for (int i = 0; i < views.size(); i++)
      if (insets.get(i).contains(x, y))
        return panel(i).hit(views.get(i), x - insets.get(i).left(), y - insets.get(i).top() - head);
    return Optional.empty();
  }
}
