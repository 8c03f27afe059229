package dropoutlab.export.picture.check;

import dropoutlab.export.picture.Graphics2dPen;
import dropoutlab.export.picture.Sheet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A sheet without its words, in pixels as large as the logical ones, and the lines and marks on it.
final class Ground extends Graphics2dPen {
  /// What lies nearer to a point of a line is a mark on it.
  private static final double ON_LINE = 1.5;
  private static final int LARGEST_SIDE = 4000;
  private static final int MOST_CORNERS = 16;

  private final BufferedImage image;
  private final List<Stroked> lines = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Integer> clips = new ArrayList<>();
  private int clipCount;
  private int fill;
  private int argb;
  private double width = 1;
  private double[] dash = {};

  /// A line through points.
  ///
  /// @param plot the number of the rectangle that it is clipped to, which is mostly a plot; 0 for the whole sheet
  record Stroked(double[] x, double[] y, int argb, double width, double[] dash, int plot, List<String> marks) {}

  private record Mark(String shape, double x, double y, int argb) {}

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

  /// A mark has its line's colour: others may cross it.
  private static boolean isOn(Stroked line, Mark mark) {
    if (line.argb != mark.argb) return false;
    for (int i = 0; i < line.x.length; i++)
      if (Math.abs(line.x[i] - mark.x) < ON_LINE && Math.abs(line.y[i] - mark.y) < ON_LINE) return true;
    return false;
  }

  @Override public void fill(int argb) {
    super.fill(argb);
    fill = argb;
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
    lines.add(new Stroked(Arrays.copyOf(x, count), Arrays.copyOf(y, count), argb, width, dash,
        clips.isEmpty() ? 0 : clips.getLast(), new ArrayList<>()));
  }

  @Override public void fillOval(double x, double y, double radius) {
    super.fillOval(x, y, radius);
    marks.add(new Mark("disc", x, y, fill));
  }

  @Override public void strokeOval(double x, double y, double radius) {
    super.strokeOval(x, y, radius);
    marks.add(new Mark("ring", x, y, argb));
  }

  @Override public void fillRect(double x, double y, double width, double height) {
    super.fillRect(x, y, width, height);
    marks.add(new Mark("block", x + width / 2, y + height / 2, fill));
  }

  @Override public void strokeRect(double x, double y, double width, double height) {
    super.strokeRect(x, y, width, height);
    marks.add(new Mark("box", x + width / 2, y + height / 2, argb));
  }

  @Override public void polygon(double[] x, double[] y, int count) {
    super.polygon(x, y, count);
    if (count < 3) return;
    double middleX = Arrays.stream(x, 0, count).average().orElse(0);
    double middleY = Arrays.stream(y, 0, count).average().orElse(0);
    double size = 0;
    for (int i = 0; i < count; i++) size = Math.max(size, Math.hypot(x[i] - middleX, y[i] - middleY));
    // Its corners from the middle, in tenths of its size: a square is no diamond.
    StringBuilder shape = new StringBuilder("corners");
    for (int i = 0; i < count && count <= MOST_CORNERS; i++)
      shape.append(' ').append(Math.round(10 * (x[i] - middleX) / size)).append(',')
          .append(Math.round(10 * (y[i] - middleY) / size));
    marks.add(new Mark(shape.toString(), middleX, middleY, fill));
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
