package dropoutlab.figure.card;

import dropoutlab.card.Typeset;
import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A formula at a size: an em in logical pixels.
public record Formula(Typeset typeset, double size) {
  private static final Map<String, Outline> OUTLINES = new ConcurrentHashMap<>();

  public double width() { return typeset.width() * scale(); }

  public double above() { return typeset.above() * scale(); }

  public double below() { return typeset.below() * scale(); }

  private double scale() { return size / Typeset.EM; }

  /// Returns the same formula, smaller where it is wider than `width`.
  public Formula within(double width) { return width() <= width ? this : new Formula(typeset, size * width / width()); }

  /// Draws with the left end of the baseline at (x, baseline).
  public void draw(Pen pen, double x, double baseline, int argb) {
    pen.fill(argb);
    for (Typeset.Letter letter : typeset.letters())
      pen.outline(OUTLINES.computeIfAbsent(letter.outline(), Outline::of), x + letter.x() * scale(),
          baseline + letter.y() * scale(), letter.size() * scale());
    for (Typeset.Bar bar : typeset.bars())
      pen.fillRect(x + bar.x() * scale(), baseline + bar.y() * scale(), bar.width() * scale(), bar.height() * scale());
  }
}
