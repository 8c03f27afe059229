package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.words.Words;
import java.util.Optional;

/// Eigen-digits: the components, the decoder rows of the nested network and those of the twin, each as a picture. A row
/// may have either sign; it is shown with the sign of its component.
record NestedStrips(Nested of, boolean hidden) implements Figure {
  private static final double LEFT = 78, HEAD = 22, GAP = 6;
  private static final int STRIPS = 3;

  private double cell(double width, double height) {
    return Math.max(4, Math.min((width - LEFT) / of.units() - GAP, (height - HEAD) / STRIPS - GAP));
  }

  private Inset place(int strip, int k, double width, double height) {
    double cell = cell(width, height);
    return new Inset(LEFT + k * (cell + GAP), HEAD + strip * (cell + GAP), cell, cell);
  }

  private Matrix rows(int strip) {
    return strip == 0 ? of.components() : (strip == 1 ? of.nested() : of.twin()).decoder();
  }

  private static String name(int strip) {
    return switch (strip) {
      case 0 -> Words.of("claimfeatures.nested.strip_exact");
      case 1 -> Words.of("claimfeatures.nested.short");
      default -> Words.of("claimfeatures.nested.twin");
    };
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 14, width, Words.of("claimfeatures.nested.strips"),
        Words.of("claimfeatures.nested.strips_rest"));
    for (int strip = 0; strip < STRIPS; strip++) {
      int ink = strip == 0 ? theme.ink() : strip == 1 ? theme.accent() : theme.muted();
      Inset first = place(strip, 0, width, height);
      pen.fill(ink);
      pen.text(name(strip), 0, first.top() + first.height() / 2 + 4, new Type(strip == 1 ? Face.TEXT_BOLD : Face.TEXT,
          11.5), Align.LEFT);
      for (int k = 0; k < of.units(); k++) {
        Inset at = place(strip, k, width, height);
        drawRow(pen, at, strip, k, theme);
        pen.stroke(ink, 1, strip == 2 ? new double[] {3, 2.5} : Marks.SOLID);
        pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
      }
    }
  }

  private void drawRow(Pen pen, Inset at, int strip, int k, Theme theme) {
    if (hidden && strip == 1) {
      pen.fill(theme.muted());
      pen.text(Words.of("claimfeatures.unknown"), at.left() + at.width() / 2, at.top() + at.height() / 2 + 5,
          new Type(Face.NUMBER, 13), Align.CENTRE);
      return;
    }
    Matrix rows = rows(strip);
    double largest = 0, sign = 0;
    for (int i = 0; i < rows.cols(); i++) {
      largest = Math.max(largest, Math.abs(rows.at(k, i)));
      sign += rows.at(k, i) * of.components().at(k, i);
    }
    int[] cells = new int[rows.cols()];
    for (int i = 0; i < cells.length; i++)
      cells[i] = Palette.diverging(theme, largest == 0 ? 0 : Math.copySign(1, sign) * rows.at(k, i) / largest);
    int side = (int) Math.round(Math.sqrt(cells.length));
    pen.image(cells, side, side, at.left(), at.top(), at.width(), at.height(), false);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int strip = 0; strip < STRIPS; strip++)
      for (int k = 0; k < of.units(); k++)
        if (place(strip, k, width, height).contains(x, y))
          return Optional.of(new Hit.Place(k, strip, Words.of("claimfeatures.nested.strip_told", name(strip), k + 1)));
    return Optional.empty();
  }
}
