package dropoutlab.spec.sweep;

import dropoutlab.spec.Differences;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.SettingPath;
import dropoutlab.spec.SettingPath.Place;
import dropoutlab.spec.sweep.AxisValues.Value;
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the axis that a person types: `network.hidden.*.drop=0,0.1...0.9`, `data.training=log 16...1024,7`,
/// `network.hidden.*.method.type=inverted,gaussian`. A `*` means every entry of a list.
public final class AxisText {
  private static final String AND = " + ";
  /// Between a path and those that are tied to it.
  private static final Pattern BEFORE_TIE = Pattern.compile("\\s+\\+\\s+(?=[a-zA-Z][\\w.*\\[\\]]*\\s*=)");

  private AxisText() {}

  /// Reads an axis, and tries each value on the experiment.
  ///
  /// @param text path=values; ties may follow, each after " + "
  /// @param ties settings whose value is a formula of the axis's value, which is called p or x:
  ///             `network.hidden.*.units=16/(1-p)`; what counts whole things is rounded. In the formula, n is what
  ///             stands at the tied path in the experiment, x0 what stands at the axis's own path
  /// @throws ExperimentException with one sentence that names the path
  public static Axis read(String text, List<String> ties, Experiment experiment) {
    String[] parts = BEFORE_TIE.split(text.strip());
    int equals = parts[0].indexOf('=');
    if (equals < 1) throw new ExperimentException(Words.of("sweepspec.axis.form", text.strip()));
    List<Tie> tied = Stream.concat(Stream.of(parts).skip(1), ties.stream()).map(Tie::of).toList();
    String path = parts[0].substring(0, equals).strip();
    if (parts[0].substring(equals + 1).isBlank()) throw new ExperimentException(Words.of("sweepspec.axis.none", path));
    return told(path, () -> axis(path, parts[0].substring(equals + 1), tied, experiment));
  }

  /// Reads an axis whose path and values stand apart; the path may be followed by ties.
  public static Axis read(String path, String values, Experiment experiment) {
    String[] parts = BEFORE_TIE.split(path.strip());
    return read(parts[0] + "=" + values, Stream.of(parts).skip(1).toList(), experiment);
  }

  private static Axis axis(String path, String typed, List<Tie> ties, Experiment experiment) {
    Point.checkPath(path);
    List<Place> own = places(experiment, path);
    AxisValues values = AxisValues.of(typed, own.stream().allMatch(Place::whole));
    Optional<BigDecimal> before = own.getFirst().number();
    List<List<Place>> tied = ties.stream().map(tie -> places(experiment, tie.path())).toList();
    List<Point> points = new ArrayList<>();
    for (Value value : values.all()) {
      List<String> set = new ArrayList<>(List.of(path + "=" + value.text()));
      for (int i = 0; i < ties.size(); i++) set.addAll(ties.get(i).at(value, tied.get(i), before));
      Point point = new Point(value.label(), set);
      tryOut(experiment, List.of(point));
      points.add(point);
    }
    String all = String.join(AND, Stream.concat(Stream.of(path), ties.stream().map(Tie::toString)).toList());
    return new Axis(all, values.scale(), points);
  }

  /// Makes the settings of some points in an experiment; each sentence tells at which.
  static Experiment tryOut(Experiment experiment, List<Point> points) {
    String at = Words.of("sweepspec.at", Words.parted(points.stream().map(Point::label).toList()));
    return Differences.applied(experiment, points.stream().flatMap(point -> point.settings().stream()).toList(), at);
  }

  private static List<Place> places(Experiment experiment, String path) {
    return path.equals(Point.PASSES) ? List.of(new Place(path, Optional.empty(), true))
        : SettingPath.places(experiment, path);
  }

  /// Records say what is wrong without a full stop.
  private static Axis told(String path, Supplier<Axis> axis) {
    try {
      return axis.get();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(e.getMessage() + ".", e);
    }
  }

  /// Reads values alone: `0, 0.1 ... 0.9`.
  public static List<String> values(String text) {
    return AxisValues.of(text, false).all().stream().map(Value::text).toList();
  }

  /// Returns the axis as it could be typed: path=values, then its ties. Of an axis whose points have settings of their
  /// own only the path.
  public static String write(Axis axis) {
    List<String> paths = List.of(BEFORE_TIE.split(axis.path()));
    String values = writeValues(axis);
    if (values.isEmpty()) return axis.path();
    return String.join(AND, Stream.concat(Stream.of(paths.getFirst() + "=" + values), paths.stream().skip(1)).toList());
  }

  /// Returns the values of an axis as they could be typed: "0, 0.1 ... 0.9". Empty if its points have settings of their
  /// own.
  public static String writeValues(Axis axis) {
    String[] paths = BEFORE_TIE.split(axis.path());
    String first = paths[0] + "=";
    List<Value> values = axis.points().stream().map(Point::set).filter(set -> !set.isEmpty()
        && set.getFirst().startsWith(first) && (paths.length > 1 || set.size() == 1))
        .map(set -> Value.of(set.getFirst().substring(first.length()))).toList();
    return values.size() < axis.points().size() ? "" : AxisRuns.write(values, axis.scale());
  }
}
