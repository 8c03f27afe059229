package dropoutlab.export.picture.check;

import dropoutlab.export.picture.check.Ground.Stroked;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether lines of different colours differ otherwise too: in width, dash or the marks on them.
final class LineLooks {
  /// What is smaller is a sign, and no line of numbers.
  private static final double SHORTEST = 24;
  /// Lines of widths nearer to each other look alike.
  private static final double THICKER = 1.2;

  private LineLooks() {}

  /// Lines in one plot that look the same, in parts.
  private record Look(int plot, int argb, double width, List<Double> dash) {
    static Look of(Stroked line) {
      return new Look(line.plot(), line.argb(), line.width(), Arrays.stream(line.dash()).boxed().toList());
    }

    boolean resembles(Look other) {
      return plot == other.plot && argb != other.argb && dash.equals(other.dash)
          && Math.max(width, other.width) < THICKER * Math.min(width, other.width);
    }
  }

  /// Where lines of one look are, from the left to the right, and the marks on them.
  private static final class Found {
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private final Set<String> marks = new TreeSet<>();

    private void add(Stroked line) {
      left = Math.min(left, min(line.x()));
      right = Math.max(right, max(line.x()));
      marks.addAll(line.marks());
    }

    /// What stands beside each other are two plots.
    private boolean isConfusedWith(Found other) {
      return left < other.right && other.left < right && marks.equals(other.marks);
    }
  }

  static Check check(List<Stroked> lines) {
    Map<Look, Found> looks = new LinkedHashMap<>();
    for (Stroked line : lines)
      if (length(line) > SHORTEST && line.argb() >>> 24 > 0)
        looks.computeIfAbsent(Look.of(line), _ -> new Found()).add(line);
    if (looks.isEmpty()) return new Check(Check.Kind.LINES, true, Words.of("vector.check.lines.none"));
    int alike = alike(looks);
    return new Check(Check.Kind.LINES, alike == 0,
        alike == 0 ? Words.of("vector.check.lines.found") : Words.count("vector.check.lines.alike", alike));
  }

  /// How many pairs of lines are told apart by their colours alone.
  private static int alike(Map<Look, Found> looks) {
    List<Look> all = new ArrayList<>(looks.keySet());
    int alike = 0;
    for (int i = 0; i < all.size(); i++)
      for (Look other : all.subList(0, i))
        if (all.get(i).resembles(other) && looks.get(all.get(i)).isConfusedWith(looks.get(other))) alike++;
    return alike;
  }

  private static double min(double[] values) { return Arrays.stream(values).min().orElse(0); }

  private static double max(double[] values) { return Arrays.stream(values).max().orElse(0); }

  private static double length(Stroked line) {
    return Math.hypot(max(line.x()) - min(line.x()), max(line.y()) - min(line.y()));
  }
}
