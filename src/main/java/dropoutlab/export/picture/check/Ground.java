package dropoutlab.export.picture.check;

import dropoutlab.export.picture.Graphics2dPen;
import dropoutlab.export.picture.Sheet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A sheet without its words, in pixels as large as the logical ones, and the lines and marks on it.
final class Ground extends Graphics2dPen {
  /// What lies nearer to a point of a line is a mark on it.
  private static final double ON_LINE = 1.5;
  private static final int LARGEST_SIDE = 4000;

  private final BufferedImage image;
  private final List<Stroked> lines = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Integer> clips = new ArrayList<>();
  private int clipCount;
  private int argb;
  private double width = 1;
  private double[] dash = {};

  /// A line through points.
  ///
  /// @param plot the number of the rectangle that it is clipped to, which is mostly a plot; 0 for the whole sheet
  record Stroked(double[] x, double[] y, int argb, double width, double[] dash, int plot, List<String> marks) {}

  private record Mark(String shape, double x, double y) {}

  private Ground(BufferedImage image, Graphics2D g) {
    super(g);
    this.image = image;
  }

  static Ground of(Sheet sheet) {
    int width = (int) Math.clamp(Math.ceil(sheet.width()), 1, LARGEST_SIDE);
    int height = (int) Math.clamp(Math.ceil(sheet.height()), 1, LARGEST_SIDE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    // Under a transparent page there is, as a rule, what the theme is made for.
    g.setColor(new Color(sheet.page().theme().card()));
    g.fillRect(0, 0, width, height);
    Ground ground = new Ground(image, g);
    sheet.draw(ground);
    g.dispose();
    return ground;
  }

  BufferedImage image() { return image; }

  /// All lines of more than two points, each with the shapes of the marks on it.
  List<Stroked> lines() {
    for (Stroked line : lines)
      for (Mark mark : marks) if (!line.marks.contains(mark.shape) && isOn(line, mark)) line.marks.add(mark.shape);
    return lines;
  }

  private static boolean isOn(Stroked line, Mark mark) {
    for (int i = 0; i < line.x.length; i++)
      if (Math.abs(line.x[i] - mark.x) < ON_LINE && Math.abs(line.y[i] - mark.y) < ON_LINE) return true;
    return false;
  }

  @Override public void stroke(int argb, double width, double... dash) {
    super.stroke(argb, width, dash);
    this.argb = argb;
    this.width = width;
    this.dash = dash.clone();
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {}

  @Override public void polyline(double[] x, double[] y, int count) {
    super.polyline(x, y, count);
    if (count < 3) return;
    lines.add(new Stroked(java.util.Arrays.copyOf(x, count), java.util.Arrays.copyOf(y, count), argb, width, dash,
        clips.isEmpty() ? 0 : clips.getLast(), new ArrayList<>()));
  }

  @Override public void fillOval(double x, double y, double radius) {
    super.fillOval(x, y, radius);
    marks.add(new Mark("disc", x, y));
  }

  @Override public void strokeOval(double x, double y, double radius) {
    super.strokeOval(x, y, radius);
    marks.add(new Mark("ring", x, y));
  }

  @Override public void fillRect(double x, double y, double width, double height) {
    super.fillRect(x, y, width, height);
    marks.add(new Mark("block", x + width / 2, y + height / 2));
  }

  @Override public void strokeRect(double x, double y, double width, double height) {
    super.strokeRect(x, y, width, height);
    marks.add(new Mark("box", x + width / 2, y + height / 2));
  }

  @Override public void polygon(double[] x, double[] y, int count) {
    super.polygon(x, y, count);
    double sumX = 0, sumY = 0;
    for (int i = 0; i < count; i++) {
      sumX += x[i] / count;
      sumY += y[i] / count;
    }
    marks.add(new Mark("polygon" + count, sumX, sumY));
  }

  @Override public void clip(double x, double y, double width, double height) {
    super.clip(x, y, width, height);
    clips.add(++clipCount);
  }

  @Override public void unclip() {
    super.unclip();
    clips.removeLast();
  }
}
