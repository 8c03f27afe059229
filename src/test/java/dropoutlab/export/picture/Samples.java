package dropoutlab.export.picture;

import dropoutlab.figure.plot.DataTable.Column;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Small figures that are known.
final class Samples {
  private Samples() {}

  /// A plot whose words have 10 px: a line that goes up to a share of its width, and a colour scale.
  record Plot(double share) implements Figure {
    @Override public void draw(Pen pen, double width, double height, Theme theme) {
      pen.stroke(theme.line(), 1);
      pen.line(0, height - 20, width, height - 20);
      pen.stroke(theme.accent(), 2, 6, 3);
      pen.line(0, height - 20, share * width, 20);
      int[] scale = new int[64];
      for (int i = 0; i < scale.length; i++) scale[i] = Palette.sequential(theme, i / 63.0);
      pen.image(scale, 64, 1, 0, height - 10, width, 8, true);
      pen.fill(theme.muted());
      pen.text("loss", 0, 12, new Type(Face.TEXT, 10), Align.LEFT);
      pen.fill(theme.accent());
      pen.fillOval(share * width, 20, 5);
    }

    @Override public Optional<DataTable> table() {
      return Optional.of(new DataTable(List.of(new Column("epoch"), new Column("loss", "nats"), new Column("curve")),
          List.of(
          Arrays.asList(0L, .1, "train, \"on\""), Arrays.asList(1L, Double.NaN, null),
          Arrays.asList(2L, Double.POSITIVE_INFINITY, "σ"), Arrays.asList(3L, 1e-300 / 3, ""))));
    }
  }

  static Sheet sheet(Page page, String recipe) { return new Sheet(new Plot(.8), page, "", recipe); }

  /// A line that grows.
  static Film film(Page page, int frames, boolean loop) {
    return new Film(frames, i -> new Sheet(new Plot((i + 1.0) / frames), page, "A caption.", "{\"p\": \"σ\"}"), 12, 2,
        loop);
  }
}
