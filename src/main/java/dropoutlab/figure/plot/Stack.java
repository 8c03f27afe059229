package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.List;

/// Plots one above the other along one x axis, which only the lowest has labels for.
///
/// @param insets one a plot
/// @param axes   in the pixels of their insets, all from one pixel to another
public record Stack(List<Inset> insets, List<Axes> axes) {
  /// What one plot wants.
  ///
  /// @param share of the height
  /// @param room  on the right
  /// @param head  between title and plot
  public record Part(Scale x, Scale y, String yTitle, double share, double room, double head) {
    public Part(Chart chart, double share, double width, double height) {
      this(chart.x(), chart.y(), chart.yTitle(), share, chart.room(width, height), chart.head(width, height));
    }
  }

  /// @param top where the first plot begins
  public static Stack of(List<Part> parts, String xTitle, double top, double width, double height) {
    double size = Axes.textSize(width, height);
    double foot = Axes.roomForWords(width, height) ? Math.round(1.9 * size) : 2;
    double shares = parts.stream().mapToDouble(Part::share).sum();
    List<Inset> insets = new ArrayList<>();
    List<Axes> loose = new ArrayList<>();
    double room = parts.stream().mapToDouble(Part::room).max().orElse(0);
    double at = top;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean last = i == parts.size() - 1;
      double each = Math.max(1, (height - top - foot) * part.share / shares);
      Inset inset = new Inset(0, at, width, each + (last ? foot : 0));
      insets.add(inset);
      double below = last ? foot : Math.round(.55 * size);
      loose.add(axes(part, last ? xTitle : "", size, inset, below, Math.max(room, size)));
      at += each;
    }
    double left = loose.stream().mapToDouble(Axes::leftPx).max().orElse(0);
    return new Stack(insets, loose.stream().map(each -> each.from(left)).toList());
  }

  /// A plot that leaves `foot` free below it.
  private static Axes axes(Part part, String xTitle, double size, Inset inset, double foot, double room) {
    Axes laid = Axes.layOut(part.x, part.y, xTitle, part.yTitle, inset.width(), Math.max(inset.height(), 80), room);
    double bottom = Math.max(laid.topPx() + 1, inset.height() - foot);
    return laid.with(to -> to.y(laid.y().at(bottom, laid.topPx())).textSize(size)).lowered(part.head);
  }

  public Pen pen(int i, Pen pen) { return insets.get(i).on(pen); }

  public void drawAxes(Pen pen, Theme theme) { drawAxes(pen, theme, true); }

  /// @param below whether anything is written below the lowest x axis
  public void drawAxes(Pen pen, Theme theme, boolean below) {
    for (int i = 0; i < axes.size(); i++) axes.get(i).draw(pen(i, pen), theme, below && i == axes.size() - 1);
  }
}
