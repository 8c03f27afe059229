package dropoutlab.export.picture;

import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.ProgressMonitor;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// A figure with one of everything that a pen can draw, and sheets of it.
final class VectorSamples {
  static final String RECIPE = "{\"a\": \"<b> & 'c' \\u0007 σ 𝄞\",\n\t\"d\": 1}\r\n";
  static final String CAPTION = "Few noisy moons: seed 7.";
  /// Neither of the shipped fonts has these.
  static final String FOREIGN = "随机";
  static final Description TOLD = new Description("Loss <against> the epoch",
      List.of("It falls from 1 to 0.34.", "The twin's \"rises\" & stays."));

  private VectorSamples() {}

  static final Figure FIGURE = new Figure() {
    @Override public void draw(Pen pen, double width, double height, Theme theme) {
      pen.fill(theme.accentPale());
      pen.fillRoundRect(10, 10, 120, 60, 8);
      pen.fill(0x80D2691E);
      pen.fillOval(70, 60, 30);
      pen.stroke(theme.accent(), 2.5, 7, 4);
      pen.polyline(new double[] {10, 60, 110, 160, 210}, new double[] {120, 90, 130, 70, 100}, 5);
      pen.stroke(theme.muted(), 1.2);
      pen.curve(10, 150, 60, 100, 110, 200, 210, 140);
      pen.strokeRect(220.5, 10.5, 60, 40);
      pen.image(new int[] {0xFF000000, 0xFFFFFFFF, 0xFFFF0000, 0xFF0000FF}, 2, 2, 230, 60, 40, 40, false);
      pen.image(new int[] {0xFF200040, 0xFFFDE725, 0x40200040, 0xFFFDE725}, 2, 2, 230, 110, 40, 40, true);
      pen.clip(290, 10, 40, 40);
      pen.fill(theme.positive());
      pen.fillRect(270, 20, 100, 20);
      pen.unclip();
      pen.fill(theme.ink());
      pen.outline(Outline.of("M0 0L10 0L10 10L0 10ZM3 3L3 7L7 7L7 3Z"), 300, 70, 2);
      pen.text("validation, p = 0.30", 10, 185, new Type(Face.TEXT_BOLD, 13), Align.LEFT);
      pen.text("epoch", 320, 185, new Type(Face.TEXT, 12), Align.RIGHT);
      pen.text("σ ± 1 → x₁", 180, 185, new Type(Face.TEXT, 12), Align.CENTRE);
      pen.text("0.0351", 180, 165, new Type(Face.NUMBER, 12), Align.CENTRE);
      pen.text(FOREIGN, 290, 130, new Type(Face.TEXT, 14), Align.LEFT);
    }

    @Override public Description describe() { return TOLD; }
  };

  static Sheet sheet() { return sheet(Theme.LIGHT); }

  static Sheet sheet(Theme theme) {
    return new Sheet(FIGURE, Page.ofPixels(360, 240, 2, theme), CAPTION, RECIPE);
  }

  static String sums() throws Exception {
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    sum.update(SvgFile.bytes(sheet()));
    sum.update(SvgFile.bytes(sheet(), true));
    sum.update(PdfFile.bytes(sheet()));
    List<Handout.Entry> entries = List.of(Handout.Entry.of(sheet()), Handout.Entry.of(sheet(Theme.DARK)));
    sum.update(Handout.bytes("Two figures", entries, ProgressMonitor.NOBODY));
    return HexFormat.of().formatHex(sum.digest());
  }

  /// For another Java machine: writes the sum of all files.
  public static void main(String[] none) throws Exception { IO.println(sums()); }
}
