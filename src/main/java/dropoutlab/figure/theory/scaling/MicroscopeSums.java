package dropoutlab.figure.theory.scaling;

import static dropoutlab.figure.theory.scaling.MicroscopeLayout.ROWS;
import static dropoutlab.figure.theory.scaling.MicroscopeLayout.UNITS;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The weights above Y, and behind it the sum of each row: under this mask, over all masks, and with masks off.
record MicroscopeSums(Microscope of, MicroscopeLayout at) {
  private static final double TITLE = 13, HEAD = 9;

  void draw(Pen pen, Theme theme) {
    CellGrid y = at.grid(2, false);
    Type words = new Type(Face.TEXT, 12), small = new Type(Face.TEXT, 11.5);
    String sums = Words.of("claimscaling.micro.sums");
    pen.fill(theme.muted());
    pen.text(sums, at.width(), TITLE, words, Align.RIGHT);
    double room = at.width() - TextMeasure.width(sums, words) - 12 - y.left();
    Heading.draw(pen, theme, y.left(), TITLE, room, Words.of("claimscaling.micro.title_y"),
        Words.of("claimscaling.micro.title_y_rest"),
        Words.of("claimscaling.micro.title_y_brief"));
    pen.fill(theme.ink());
    for (int i = 0; i < UNITS; i++) weight(i).draw(pen, theme);
    String[] heads = {Words.of("claimscaling.micro.this_mask"), Words.of("claimscaling.micro.all_masks"),
        Words.of("claimscaling.micro.masks_off")};
    for (int column = 0; column < heads.length; column++) {
      pen.fill(colour(theme, column));
      pen.text(heads[column], right(column), y.top() - HEAD, small, Align.RIGHT);
      for (int row = 0; row < ROWS; row++)
        pen.text(Numbers.fixed(of.sums().at(row, column), 2), right(column), y.baseline(row),
            column == 2 ? at.boldNumber() : at.number(), Align.RIGHT);
    }
    drawArrow(pen, theme, y);
  }

  private static int colour(Theme theme, int column) { return column == 0 ? theme.accent() : theme.ink(); }

  private double right(int column) {
    double wide = (at.width() - at.sumsLeft() - 16) / 3;
    return at.width() - 4 - (2 - column) * wide * (column == 0 ? .97 : .92);
  }

  private void drawArrow(Pen pen, Theme theme, CellGrid y) {
    double x = y.right() + 9, middle = y.top() + (of.row() + .5) * at.down();
    pen.stroke(theme.muted(), 1.2, Marks.SOLID);
    pen.line(x, middle, x + 9, middle);
    pen.polyline(new double[] {x + 6, x + 9, x + 6}, new double[] {middle - 3, middle, middle + 3}, 3);
  }

  private Dragged weight(int unit) {
    CellGrid y = at.grid(2, false);
    String number = Numbers.brief(of.weights().get(unit));
    return new Dragged("w", unit, number, y.centreX(unit) - TextMeasure.width(number, at.number()) / 2, y.top() - HEAD,
        at.number(),
        Words.of("claimscaling.micro.told_weight", unit + 1, number));
  }

  Optional<Hit> hit(double x, double y) {
    for (int i = 0; i < UNITS; i++) {
      Optional<Hit> hit = weight(i).hit(x, y);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }
}
