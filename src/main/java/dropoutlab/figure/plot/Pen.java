package dropoutlab.figure.plot;

import java.io.InputStream;

/// What a figure draws with. Units are logical pixels, y grows downwards; the back end may scale them all.
/// Two back ends: the JavaFX canvas (ui.fx) and java.awt.Graphics2D (export).
public interface Pen {
  /// Colours are 0xAARRGGBB.
  void fill(int argb);

  void stroke(int argb, double width, double... dash);

  void fillRect(double x, double y, double width, double height);

  void strokeRect(double x, double y, double width, double height);

  void fillRoundRect(double x, double y, double width, double height, double radius);

  void strokeRoundRect(double x, double y, double width, double height, double radius);

  void fillOval(double centreX, double centreY, double radius);

  void strokeOval(double centreX, double centreY, double radius);

  void line(double x1, double y1, double x2, double y2);

  /// A cubic Bezier curve.
  void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2);

  /// An open line through the first `count` points.
  void polyline(double[] x, double[] y, int count);

  /// A closed area through the first `count` points.
  void polygon(double[] x, double[] y, int count);

  /// Fills an outline that is moved to (x, y) and made `scale` times as large.
  void outline(Outline outline, double x, double y, double scale);

  /// Text in the fill colour; `y` is the baseline.
  void text(String text, double x, double y, Type type, Align align);

  /// The same on every pen, so that a layout needs none.
  default double textWidth(String text, Type type) { return TextMeasure.width(text, type); }

  /// A picture of columns x rows pixels (row 0 on top) stretched over the rectangle; smooth interpolates between them.
  void image(int[] argb, int columns, int rows, double x, double y, double width, double height, boolean smooth);

  void clip(double x, double y, double width, double height);

  /// Ends the last clip.
  void unclip();

  enum Align { LEFT, CENTRE, RIGHT }

  /// A typeface and a size in logical pixels.
  record Type(Face face, double size) {}

  /// Inter for words, JetBrains Mono for numbers.
  enum Face {
    TEXT("Inter-Regular"), TEXT_MEDIUM("Inter-Medium"), TEXT_BOLD("Inter-SemiBold"), NUMBER("JetBrainsMono-Regular"),
    NUMBER_BOLD("JetBrainsMono-SemiBold");

    private final String file;

    Face(String file) { this.file = "/assets/fonts/" + file + ".ttf"; }

    /// The shipped font file, which the caller closes.
    public InputStream open() {
      InputStream in = Face.class.getResourceAsStream(file);
      if (in == null) throw new IllegalStateException("The font " + file + " is missing from this installation.");
      return in;
    }
  }
}
