package dropoutlab.spec.sweep;

import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The text of `sweep.json`: a version, and the sweep with its complete experiment. Reading is strict, as that of
/// experiments is.
public final class SweepJson {
  private static final int VERSION = 1;
  private static final String EXPERIMENT = "experiment";

  private SweepJson() {}

  /// @throws ExperimentException with one sentence that begins with the name
  public static Sweep read(String text, String name) {
    ObjectNode tree = StrictJson.parse(text, name);
    if (tree.path("version").asInt(0) != VERSION)
      throw new ExperimentException(Words.of("sweepspec.version", name, VERSION));
    tree.remove("version");
    if (tree.get(EXPERIMENT) instanceof ObjectNode experiment)
      tree.set(EXPERIMENT, ExperimentJson.filled(ExperimentJson.bind(experiment,
          Words.of("sweepspec.in", name, EXPERIMENT))));
    return bound(tree, Sweep.class, name);
  }

  public static String write(Sweep sweep) {
    ObjectNode tree = StrictJson.treeOf(Map.of("version", VERSION));
    tree.setAll(StrictJson.treeOf(sweep));
    return StrictJson.text(tree);
  }

  /// Reads a file `axis.json`: a path in words, a scale ("linear", "log" or "names"), and points with a label and
  /// several settings each.
  ///
  /// @throws ExperimentException with one sentence that begins with the name
  public static Axis readAxis(String text, String name) {
    return bound(StrictJson.parse(text, name), Axis.class, name);
  }

  private static <T> T bound(ObjectNode tree, Class<T> type, String name) {
    try {
      return StrictJson.bind(tree, type);
    } catch (ExperimentException e) {
      throw new ExperimentException(Words.of("sweepspec.in", name, e.getMessage()), e);
    }
  }
}
