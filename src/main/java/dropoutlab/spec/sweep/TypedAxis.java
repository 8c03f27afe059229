package dropoutlab.spec.sweep;

import dropoutlab.spec.Check;
import dropoutlab.spec.Experiment;
import java.util.List;
import java.util.Map;

/// An axis that becomes one for each experiment: typed values with ties, or points of their own.
///
/// @param path   of typed values, or what is changed in words
/// @param values as they are typed; null where there are points
/// @param ties   paths that follow the value by formulas; null for none
/// @param labels what a value is called instead of its number; null for none
/// @param points names with settings; null where values are typed
public record TypedAxis(String path, String values, List<String> ties, Map<String, String> labels, List<Point> points) {
  public TypedAxis { Check.present("path", path); }

  Axis of(Experiment experiment) {
    if (points != null) return new Axis(path, Axis.Scale.NAMES, points);
    Axis read = AxisText.read(path + "=" + values, ties == null ? List.of() : ties, experiment);
    if (labels == null) return read;
    return new Axis(read.path(), read.scale(), read.points().stream()
        .map(point -> new Point(labels.getOrDefault(point.label(), point.label()), point.set())).toList());
  }
}
