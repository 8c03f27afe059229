package dropoutlab.spec.sweep;

import java.util.List;

/// The values along which an experiment is changed, all others being equal.
///
/// @param path   what is changed, as it was typed: one path, or several with " + " between them
/// @param scale  how the values lie beside each other in a picture
public record Axis(String path, Scale scale, List<Point> points) {
  public Axis { points = List.copyOf(points); }

  /// Values at equal distances by their number or its logarithm, or one beside the other because they are no numbers.
  public enum Scale { LINEAR, LOG, NAMES }
}
