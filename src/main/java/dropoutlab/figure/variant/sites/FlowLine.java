package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import java.util.ArrayList;
import java.util.List;

/// The layers of a block as one line above the rasters: a crossed circle above the raster of each place of dropout, the
/// layers between them, and the two paths that lead past the sub-layers.
record FlowLine(Flow flow, SitesLayout layout, int colour, int front, double width) {
  private static final Type WORDS = new Type(Face.TEXT, 11), SMALL = new Type(Face.TEXT, 8);
  private static final double Y = SitesLayout.LINE, CIRCLE = SitesLayout.CIRCLE, BOX = 20, PAD = 5, LEAST = 2,
      RAISED = 4;
  private static final double FORK = 5, SUM = 13, ARC = 17, CORNER = 5;

  private record Placed(Flow.Item item, double left, double width, String text) {
    double middle() { return left + width / 2; }
  }

  void draw(Pen pen, Theme theme) {
    List<Placed> all = placed();
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    if (!all.isEmpty()) pen.line(all.getFirst().middle(), Y, all.getLast().middle(), Y);
    drawPaths(pen, all, theme);
    for (Placed each : all)
      switch (each.item) {
        case Flow.Item.Box _ -> drawBox(pen, each, theme);
        case Flow.Item.At at -> drawSite(pen, at.place(), each.middle(), theme);
        case Flow.Item.Fork _ -> drawFork(pen, each.middle(), theme);
        case Flow.Item.Sum _ -> drawSum(pen, each.middle(), theme);
      }
  }

  /// The places stand above their rasters, and what is between them is spread evenly.
  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    List<Flow.Item> between = new ArrayList<>();
    double from = 0;
    int raster = 0;
    for (Flow.Item item : flow.items()) {
      if (!(item instanceof Flow.Item.At)) {
        between.add(item);
        continue;
      }
      double middle = middle(layout.rasters().get(raster++));
      placed.addAll(spread(between, from, middle - CIRCLE));
      placed.add(new Placed(item, middle - CIRCLE, 2 * CIRCLE, ""));
      from = middle + CIRCLE;
      between.clear();
    }
    placed.addAll(spread(between, from, width));
    return placed;
  }

  private static double middle(Inset raster) { return raster.left() + raster.width() / 2; }

  private static List<Placed> spread(List<Flow.Item> items, double from, double to) {
    List<Placed> whole = spread(items, from, to, false), brief = spread(items, from, to, true);
    if (!whole.isEmpty() || items.isEmpty()) return whole;
    return brief.isEmpty()
        ? spread(items.stream().filter(item -> !(item instanceof Flow.Item.Box)).toList(), from, to, true) : brief;
  }

  private static List<Placed> spread(List<Flow.Item> items, double from, double to, boolean brief) {
    double taken = items.stream().mapToDouble(item -> width(item, brief)).sum();
    double gap = Math.min((to - from - taken) / (items.size() + 1), 18);
    if (gap < LEAST) return List.of();
    List<Placed> placed = new ArrayList<>();
    double left = from + (to - from - taken - gap * (items.size() - 1)) / 2;
    for (Flow.Item item : items) {
      placed.add(new Placed(item, left, width(item, brief), text(item, brief)));
      left += width(item, brief) + gap;
    }
    return placed;
  }

  private static String text(Flow.Item item, boolean brief) {
    return item instanceof Flow.Item.Box box ? brief ? box.brief() : box.text() : "";
  }

  private static double width(Flow.Item item, boolean brief) {
    return switch (item) {
      case Flow.Item.Box _ -> textWidth(text(item, brief)) + 2 * PAD;
      case Flow.Item.Fork _ -> FORK;
      case Flow.Item.Sum _ -> SUM;
      case Flow.Item.At _ -> 2 * CIRCLE;
    };
  }

  /// From each fork to the sum that follows it.
  private static void drawPaths(Pen pen, List<Placed> all, Theme theme) {
    double from = Double.NaN;
    pen.stroke(theme.muted(), 1.2, Marks.SOLID);
    for (Placed each : all) {
      if (each.item instanceof Flow.Item.Fork) from = each.middle();
      if (!(each.item instanceof Flow.Item.Sum) || Double.isNaN(from)) continue;
      double to = each.middle(), top = Y - ARC;
      pen.line(from, Y, from, top + CORNER);
      pen.curve(from, top + CORNER, from, top, from, top, from + CORNER, top);
      pen.line(from + CORNER, top, to - CORNER, top);
      pen.curve(to - CORNER, top, to, top, to, top, to, top + CORNER);
      pen.line(to, top + CORNER, to, Y - SUM / 2);
      pen.polyline(new double[] {to - 2.5, to, to + 2.5},
          new double[] {Y - SUM / 2 - 3.5, Y - SUM / 2, Y - SUM / 2 - 3.5}, 3);
    }
  }

  private static void drawBox(Pen pen, Placed each, Theme theme) {
    pen.fill(theme.page());
    pen.fillRoundRect(each.left, Y - BOX / 2, each.width, BOX, 4);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRoundRect(each.left + .5, Y - BOX / 2 + .5, each.width - 1, BOX - 1, 4);
    pen.fill(theme.ink());
    drawText(pen, each.text, each.left + PAD);
  }

  /// What stands behind a circumflex is raised, as in K^T; the fonts have no such letters.
  private static void drawText(Pen pen, String text, double left) {
    String[] parts = text.split("\\^", 2);
    pen.text(parts[0], left, Y + 4, WORDS, Align.LEFT);
    if (parts.length == 1) return;
    double at = left + pen.textWidth(parts[0], WORDS);
    pen.text(parts[1].substring(0, 1), at, Y + 4 - RAISED, SMALL, Align.LEFT);
    pen.text(parts[1].substring(1), at + pen.textWidth(parts[1].substring(0, 1), SMALL), Y + 4, WORDS, Align.LEFT);
  }

  private static double textWidth(String text) {
    String[] parts = text.split("\\^", 2);
    return parts.length == 1 ? TextMeasure.width(text, WORDS)
        : TextMeasure.width(parts[0] + parts[1].substring(1), WORDS)
        + TextMeasure.width(parts[1].substring(0, 1), SMALL);
  }

  private void drawSite(Pen pen, Place place, double x, Theme theme) {
    boolean drops = place.site().p() > 0, inFront = place.isUsed() && place.site().number() == front;
    double radius = inFront ? CIRCLE : CIRCLE - 2;
    pen.fill(theme.card());
    pen.fillOval(x, Y, radius);
    pen.stroke(drops ? inFront ? colour : Palette.mix(colour, theme.card(), .35) : theme.faint(), inFront ? 2 : 1.3,
        drops ? Marks.SOLID : new double[] {2, 2});
    pen.strokeOval(x, Y, radius);
    if (drops) Marks.cross(pen, x, Y, inFront ? 4.2 : 3.2);
    pen.stroke(theme.muted(), 1, 1, 2.5);
    pen.line(x, Y + CIRCLE + 2, x, Y + CIRCLE + 12);
  }

  private static void drawFork(Pen pen, double x, Theme theme) {
    pen.fill(theme.muted());
    pen.fillOval(x, Y, FORK / 2);
  }

  private static void drawSum(Pen pen, double x, Theme theme) {
    pen.fill(theme.card());
    pen.fillOval(x, Y, SUM / 2);
    pen.stroke(theme.muted(), 1.2, Marks.SOLID);
    pen.strokeOval(x, Y, SUM / 2);
    pen.line(x - 3.5, Y, x + 3.5, Y);
    pen.line(x, Y - 3.5, x, Y + 3.5);
  }
}
