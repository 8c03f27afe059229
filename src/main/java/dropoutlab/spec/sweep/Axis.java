package dropoutlab.spec.sweep;

import dropoutlab.spec.Check;
import dropoutlab.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// The values along which an experiment is changed, all others being equal.
///
/// @param path   what is changed, as it was typed: one path, then " + path=formula" for each that follows the value, or
///               words where each point has settings of its own
/// @param scale  how the values lie beside each other in a picture
public record Axis(String path, Scale scale, List<Point> points) {
  public Axis {
    Check.present("path", path);
    Check.present("scale", scale);
    Check.entries("points", points);
    points = List.copyOf(points);
    if (points.isEmpty()) throw new IllegalArgumentException(Words.of("sweepspec.axis.empty", path));
    Set<String> labels = new HashSet<>();
    for (Point each : points)
      if (!labels.add(each.label()))
        throw new IllegalArgumentException(Words.of("sweepspec.axis.twice", path, each.label()));
  }

  /// Values at equal distances by their number or its logarithm, or one beside the other because they are no numbers.
  public enum Scale { LINEAR, LOG, NAMES }

  /// Returns where a point lies on the scale: its number or the logarithm of it. Empty for a point that has no place
  /// there, such as 0 on a logarithmic scale: it stands before all others, apart from them.
  public OptionalDouble place(int point) {
    double number = number(points.get(point).label());
    return switch (scale) {
      case NAMES -> OptionalDouble.of(point);
      case LINEAR -> Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
      case LOG -> number > 0 ? OptionalDouble.of(StrictMath.log10(number)) : OptionalDouble.empty();
    };
  }

  private static double number(String label) {
    try {
      return Double.parseDouble(label);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
