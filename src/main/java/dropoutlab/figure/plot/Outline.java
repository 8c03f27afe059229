package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The outline of a letter, read from SVG path data of absolute M, L, Q and Z; what it encloses is filled by the non-zero
/// rule. Units are those of the data.
public final class Outline {
  private static final Pattern SEGMENT = Pattern.compile("\\s*([MLQZ])((?:[\\s,]*-?[0-9.]+)*)\\s*");

  /// Takes the segments of an outline in their order.
  public interface Tracer {
    void move(double x, double y);

    void line(double x, double y);

    /// A quadratic curve with one control point.
    void quadratic(double controlX, double controlY, double x, double y);

    void close();
  }

  /// The rectangle that holds all its points, control points included.
  public record Bounds(double left, double top, double right, double bottom) {}

  private record Segment(char command, double a, double b, double c, double d) {}

  private final List<Segment> segments;

  private Outline(List<Segment> segments) { this.segments = List.copyOf(segments); }

  /// Throws an [IllegalArgumentException] for anything but the commands above.
  public static Outline of(String svg) {
    List<Segment> segments = new ArrayList<>();
    Matcher next = SEGMENT.matcher(svg);
    int at = 0;
    for (; next.find() && next.start() == at; at = next.end()) {
      String numbers = next.group(2).strip();
      String[] n = numbers.isEmpty() ? new String[0] : numbers.split("[\\s,]+");
      char command = next.group(1).charAt(0);
      if (n.length != numbers(command)) break;
      double[] v = new double[4];
      for (int i = 0; i < n.length; i++) v[i] = Double.parseDouble(n[i]);
      segments.add(new Segment(command, v[0], v[1], v[2], v[3]));
    }
    if (at < svg.length())
      throw new IllegalArgumentException("This is no path of M, L, Q and Z: \"" + svg.substring(at) + "\"");
    return new Outline(segments);
  }

  private static int numbers(char command) {
    return switch (command) {
      case 'M', 'L' -> 2;
      case 'Q' -> 4;
      default -> 0;
    };
  }

  public void trace(Tracer to) {
    for (Segment s : segments) {
      switch (s.command) {
        case 'M' -> to.move(s.a, s.b);
        case 'L' -> to.line(s.a, s.b);
        case 'Q' -> to.quadratic(s.a, s.b, s.c, s.d);
        default -> to.close();
      }
    }
  }

  public Bounds bounds() {
    double[] b = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (Segment s : segments) {
      int numbers = numbers(s.command);
      if (numbers >= 2) widen(b, s.a, s.b);
      if (numbers == 4) widen(b, s.c, s.d);
    }
    return new Bounds(b[0], b[1], b[2], b[3]);
  }

  private static void widen(double[] bounds, double x, double y) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
}
