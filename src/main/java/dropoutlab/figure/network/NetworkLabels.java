package dropoutlab.figure.network;

import dropoutlab.data.Schema;
import dropoutlab.figure.network.NetworkLayout.Column;
import dropoutlab.figure.network.NetworkLayout.Kind;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// The words round a network: headings, input names, how many units are kept, and the bars of several classes. What a
/// prediction means stands in [PredictionWords].
final class NetworkLabels {
  private final NetworkView view;
  private final Schema schema;
  private final int example;
  private final NetworkFigure.Options options;

  NetworkLabels(NetworkView view, Schema schema, int example, NetworkFigure.Options options) {
    this.options = options;
    this.view = view;
    this.schema = schema;
    this.example = example;
  }

  void draw(Pen pen, NetworkLayout layout, double width, double height, Theme theme) {
    Type type = new Type(Face.TEXT, layout.fontPx());
    boolean brief = isBrief(pen, layout, type, width);
    pen.fill(theme.muted());
    for (int l = 0; l < view.layers().size(); l++) {
      Column column = layout.columns().get(l);
      double room = room(layout, l, width);
      ColumnView layer = view.layers().get(l);
      String name = Fit.firstThatFits(pen, type, room, view.layers().get(l).name(), LayerName.brief(view, l));
      pen.text(name, column.x(), layout.fontPx(), type, Align.CENTRE);
      String kept = options.thinning().counts(l) ? kept(pen, layer, type, room, brief) : "";
      pen.text(kept, column.x(), footLine(layout, height), type, Align.CENTRE);
    }
    inputNames(pen, layout, type, theme);
    if (schema.classes().size() > 2) outputBars(pen, layout, width, theme);
    if (options.says() || view.layers().getLast().units() > 1)
      new PredictionWords(view, schema, example).draw(pen, layout, width, height, theme);
  }

  /// Says that the edges show gradients, where the input has no count of its own.
  void drawGradientNote(Pen pen, NetworkLayout layout, double height, Theme theme) {
    if (!view.layers().getFirst().mask().isEmpty()) return;
    Type type = new Type(Face.TEXT, layout.fontPx());
    pen.fill(theme.muted());
    double room = layout.columns().getFirst().right() + 20;
    pen.text(Fit.firstThatFits(pen, type, room, Words.of("figure.network.gradients"),
        Words.of("figure.network.gradients.brief")), 0, height - 4, type, Align.LEFT);
  }

  /// The baseline of the counts.
  static double footLine(NetworkLayout layout, double height) {
    return layout.legend() ? height - layout.fontPx() - 12 : height - 4;
  }

  /// How wide a text centred on a column may be.
  private static double room(NetworkLayout layout, int l, double width) {
    double x = layout.columns().get(l).x();
    double room = 2 * Math.min(x, width - x);
    if (l > 0) room = Math.min(room, x - layout.columns().get(l - 1).x() - 6);
    if (l < layout.columns().size() - 1) room = Math.min(room, layout.columns().get(l + 1).x() - x - 6);
    return room;
  }

  /// "9 of 16 kept", or in all layers "9/16" where one has no room for that.
  private String kept(Pen pen, ColumnView layer, Type type, double room, boolean brief) {
    if (layer.mask().isEmpty())
      return layer.p() > 0 && layer.weightMask().isEmpty()
          ? Fit.firstThatFits(pen, type, room, Words.of("figure.no_mask"), Words.of("figure.no_mask.brief")) : "";
    String told = kept(layer, brief);
    return pen.textWidth(told, type) <= room ? told : "";
  }

  private String kept(ColumnView layer, boolean brief) {
    int kept = 0;
    for (int u = 0; u < layer.units(); u++) if (!layer.dropped(example, u)) kept++;
    return Words.of(brief ? "figure.network.kept.brief" : "figure.network.kept", kept, layer.units());
  }

  private boolean isBrief(Pen pen, NetworkLayout layout, Type type, double width) {
    for (int l = 0; l < view.layers().size(); l++) {
      ColumnView layer = view.layers().get(l);
      if (!layer.mask().isEmpty() && pen.textWidth(kept(layer, false), type) > room(layout, l, width)) return true;
    }
    return false;
  }

  private void inputNames(Pen pen, NetworkLayout layout, Type type, Theme theme) {
    Column column = layout.columns().getFirst();
    if (column.kind() != Kind.CIRCLES) return;
    Type fitted = new Type(type.face(), Math.clamp(column.pitch() - 1, 7, type.size()));
    double right = column.x() - column.radius() - 7;
    pen.fill(theme.muted());
    for (int u = 0; u < Math.min(column.units(), schema.inputs().size()); u++)
      pen.text(Fit.within(pen, subscripted(schema.inputs().get(u)), fitted, right - 2), right,
          column.unitY(u) + .36 * fitted.size(), fitted, Align.RIGHT);
  }

  /// "x1" as it is written in print.
  private static String subscripted(String name) {
    return name.matches("x[1-9]") ? "x" + (char) ('₀' + name.charAt(1) - '0') : name;
  }

  /// A name, a bar and a number an output; the label's name is bold and its bar framed.
  private void outputBars(Pen pen, NetworkLayout layout, double width, Theme theme) {
    Column column = layout.columns().getLast();
    if (column.kind() != Kind.CIRCLES) return;
    double left = column.x() + column.radius() + 8;
    double font = Math.clamp(column.pitch() - 2, 7, layout.fontPx());
    double nameWidth = Math.min(.5 * (width - left), longestName(pen, new Type(Face.TEXT_BOLD, font)));
    double barLeft = left + nameWidth + 6;
    double room = width - barLeft - 2;
    Type number = new Type(Face.NUMBER, font - 1);
    double numberWidth = room < 4.5 * font + 24 ? 0 : 2.6 * font + 6;
    double barWidth = room - numberWidth;
    double barHeight = Math.clamp(.45 * column.pitch(), 3, 9);
    int label = label();
    Matrix outputs = view.layers().getLast().activations();
    for (int k = 0; k < column.units(); k++) {
      double y = column.unitY(k);
      Type type = new Type(k == label ? Face.TEXT_BOLD : Face.TEXT, font);
      pen.fill(k == label ? theme.ink() : theme.muted());
      pen.text(Fit.within(pen, schema.className(k), type, nameWidth), left, y + .36 * font, type, Align.LEFT);
      if (barWidth < 6) continue;
      pen.fill(Palette.mix(theme.card(), theme.line(), .6));
      pen.fillRect(barLeft, y - barHeight / 2, barWidth, barHeight);
      pen.fill(Palette.categorical(theme, k));
      pen.fillRect(barLeft, y - barHeight / 2, barWidth * share(outputs.at(example, k)), barHeight);
      pen.fill(k == label ? theme.ink() : theme.muted());
      if (numberWidth > 0)
        pen.text(Numbers.fixed(outputs.at(example, k), 2), width - 2, y + .36 * font, number, Align.RIGHT);
      if (k != label) continue;
      pen.stroke(theme.ink(), 1.1, Marks.SOLID);
      pen.strokeRect(barLeft, y - barHeight / 2, barWidth, barHeight);
    }
  }

  private double longestName(Pen pen, Type type) {
    double longest = 0;
    for (String name : schema.classes()) longest = Math.max(longest, pen.textWidth(name, type));
    return longest;
  }

  private static double share(double probability) {
    return probability >= 0 ? Math.min(1, probability) : 0;
  }

  private int label() { return (int) view.targets().at(example, 0); }
}
