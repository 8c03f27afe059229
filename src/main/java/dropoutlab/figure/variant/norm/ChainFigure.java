package dropoutlab.figure.variant.norm;

import dropoutlab.card.place.Norms;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.NormEvidence.Layer;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The variance of each layer of a network as a pair of bars: filled in training, hollow at inference. Where they
/// differ the ratio is written above; what a norm meets shifted is framed. A short line is the variance of the present
/// batch.
///
/// @param top   the largest variance that is drawn, the same for A and B
/// @param first the layer with which the picture begins
record ChainFigure(Chain chain, double top, int first) implements Figure {
  private static final double HEAD = 22, FOOT = 34, LEFT = 34, LEAST_SLOT = 30, MOST_BAR = 15;
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 12), SMALL = new Type(Face.TEXT, 10.5),
      RATIO = new Type(Face.TEXT_BOLD, 10.5);

  /// Where everything stands.
  private record Plot(List<Layer> shown, Scale y, double left, double slot, double bottom) {
    double centre(int i) { return left + (i + .5) * slot; }

    double bar() { return Math.min(MOST_BAR, Math.floor((slot - 8) / 2)); }
  }

  private Plot plot(double width, double height) {
    int fit = (int) Math.max(1, (width - LEFT) / LEAST_SLOT), all = chain.layers().size();
    int from = Math.clamp(first, 0, Math.max(0, all - fit));
    List<Layer> shown = chain.layers().subList(from, Math.min(all, from + fit));
    double bottom = Math.max(HEAD + 20, height - FOOT);
    Scale y = Scale.linear(0, 1.12 * Math.max(top, 1e-6), bottom, HEAD + 16);
    return new Plot(shown, y, LEFT, (width - LEFT) / Math.max(1, shown.size()), bottom);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    drawHead(pen, theme, width);
    if (chain.layers().isEmpty() || height < HEAD + FOOT + 40) return;
    Plot plot = plot(width, height);
    new Axes(Scale.linear(0, 1, LEFT, width), plot.y, "", "", 10.5, width).draw(pen, theme, false);
    for (int i = 0; i < plot.shown.size(); i++) {
      drawBars(pen, theme, plot, i);
      drawName(pen, theme, plot, i);
    }
    if (plot.shown.size() < chain.layers().size()) drawMore(pen, theme, plot.shown.size(), width);
  }

  /// How many of the layers there is room for, where the title leaves room to say so.
  private void drawMore(Pen pen, Theme theme, int shown, double width) {
    String more = Words.of("besideview.norm.more", shown, chain.layers().size());
    double title = 16 + pen.textWidth(Norms.told(chain.side().state().inForce()), TITLE);
    if (title + 8 + pen.textWidth(more, SMALL) <= width) drawRight(pen, theme, more, width, 11);
  }

  private void drawHead(Pen pen, Theme theme, double width) {
    chain.side().mark(pen, theme, 6, 7, 4.5);
    String title = Norms.told(chain.side().state().inForce());
    pen.fill(chain.side().words(theme));
    pen.text(Fit.within(pen, title, TITLE, width - 18), 16, 11, TITLE, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(Words.of("besideview.norm.variance"), 2, HEAD + 8, SMALL, Align.LEFT);
    if (width > 300) drawKey(pen, theme, width);
  }

  /// From the right to the left: the present batch, inference, training.
  private void drawKey(Pen pen, Theme theme, double width) {
    double right = drawKeyed(pen, theme, Words.of("besideview.norm.batch"), width);
    pen.stroke(theme.ink(), 1.4, Marks.SOLID);
    pen.line(right, HEAD + 4.5, right + 9, HEAD + 4.5);
    right = drawKeyed(pen, theme, Words.of("besideview.norm.inference"), right - 12);
    drawBox(pen, theme, right, HEAD, 9, 9, false);
    right = drawKeyed(pen, theme, Words.of("besideview.norm.training"), right - 12);
    drawBox(pen, theme, right, HEAD, 9, 9, true);
  }

  /// Writes a word and returns where its sign begins.
  private static double drawKeyed(Pen pen, Theme theme, String text, double right) {
    pen.fill(theme.muted());
    pen.text(text, right, HEAD + 8, SMALL, Align.RIGHT);
    return right - pen.textWidth(text, SMALL) - 13;
  }

  private void drawBox(Pen pen, Theme theme, double left, double top, double width, double height, boolean filled) {
    int colour = chain.side().colour(theme);
    pen.fill(filled ? colour : theme.card());
    pen.fillRect(left, top, width, height);
    if (filled) return;
    pen.stroke(colour, 1.3, chain.side().isNone() ? chain.side().dash() : Marks.SOLID);
    pen.strokeRect(left + .65, top + .65, width - 1.3, Math.max(.5, height - 1.3));
  }

  private void drawBars(Pen pen, Theme theme, Plot plot, int i) {
    Layer layer = plot.shown.get(i);
    double bar = plot.bar(), left = Math.round(plot.centre(i) - bar - 1), highest = heightPx(plot, layer.training());
    drawBar(pen, theme, plot, left, layer.training(), true);
    if (Double.isFinite(layer.inference())) {
      drawBar(pen, theme, plot, left + bar + 2, layer.inference(), false);
      highest = Math.min(highest, heightPx(plot, layer.inference()));
    }
    OptionalDouble present = chain.presentOf(layer);
    if (present.isPresent() && present.getAsDouble() <= plot.y.to()) {
      double y = Math.round(plot.y.px(present.getAsDouble())) + .5;
      pen.stroke(theme.ink(), 1.4, Marks.SOLID);
      pen.line(left - 2, y, left + bar, y);
      highest = Math.min(highest, y);
    }
    boolean told = NormView.isNorm(layer.kind()) || NormView.isDropout(layer.kind());
    if (told && Double.isFinite(layer.inference()) && layer.isShifted())
      drawRatio(pen, theme, plot.centre(i), highest - 5, layer);
  }

  private static double heightPx(Plot plot, double value) { return plot.y.px(Math.min(value, plot.y.to())); }

  private void drawBar(Pen pen, Theme theme, Plot plot, double left, double value, boolean filled) {
    double at = heightPx(plot, value), width = plot.bar();
    drawBox(pen, theme, left, at, width, plot.bottom - at, filled);
    if (value <= plot.y.to()) return;
    // Cut: the bar goes on.
    pen.fill(theme.card());
    for (int gap = 0; gap < 2; gap++) pen.fillRect(left - 1, at + 8 + 5 * gap, width + 2, 2);
  }

  private void drawRatio(Pen pen, Theme theme, double centre, double baseline, Layer layer) {
    String ratio = Numbers.fixed(layer.ratio(), 2);
    boolean norm = NormView.isNorm(layer.kind());
    String text = norm ? Words.of("besideview.norm.times", ratio) : ratio;
    double wide = pen.textWidth(text, RATIO) - 2;
    if (norm) {
      pen.fill(chain.side().pale(theme));
      pen.fillRoundRect(centre - wide / 2 - 4, baseline - 11, wide + 8, 15, 4);
      pen.stroke(chain.side().colour(theme), 1, Marks.SOLID);
      pen.strokeRoundRect(centre - wide / 2 - 3.5, baseline - 10.5, wide + 7, 14, 4);
      pen.fill(chain.side().words(theme));
    } else {
      pen.fill(theme.muted());
    }
    pen.text(text, centre, baseline, norm ? RATIO : SMALL, Align.CENTRE);
  }

  private void drawName(Pen pen, Theme theme, Plot plot, int i) {
    Layer layer = plot.shown.get(i);
    String[] lines = layer.name().split(" ", 2);
    double centre = plot.centre(i), base = plot.bottom + 14;
    boolean norm = NormView.isNorm(layer.kind());
    Type type = norm ? new Type(Face.TEXT_BOLD, 10.5) : SMALL;
    pen.fill(norm ? theme.ink() : theme.muted());
    if (NormView.isDropout(layer.kind()) && lines.length > 1) {
      pen.stroke(chain.side().colour(theme), 1.5, Marks.SOLID);
      pen.strokeOval(centre, base - 4, 6);
      Marks.cross(pen, centre, base - 4, 2.8);
    } else {
      pen.text(Fit.within(pen, lines[0], type, plot.slot - 2), centre, base, type, Align.CENTRE);
    }
    if (lines.length > 1)
      pen.text(Fit.within(pen, lines[1], type, plot.slot - 2), centre, base + 13, type, Align.CENTRE);
  }

  private static void drawRight(Pen pen, Theme theme, String text, double right, double baseline) {
    pen.fill(theme.muted());
    pen.text(text, right, baseline, SMALL, Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    int at = (int) Math.floor((x - plot.left) / plot.slot);
    if (at < 0 || at >= plot.shown.size() || y < HEAD || x < plot.left) return Optional.empty();
    Layer layer = plot.shown.get(at);
    return Optional.of(new Hit.Place(at, layer.training(), told(layer)));
  }

  private String told(Layer layer) {
    String now = chain.presentOf(layer).isPresent()
        ? "\n" + Words.of("besideview.norm.told.batch", Numbers.reading(chain.presentOf(layer).getAsDouble())) : "";
    if (Double.isNaN(layer.inference())) return layer.name() + now;
    return Words.of("besideview.norm.told", layer.name(), Numbers.reading(layer.training()),
        Numbers.reading(layer.inference()),
        Numbers.reading(layer.ratio())) + now;
  }
}
