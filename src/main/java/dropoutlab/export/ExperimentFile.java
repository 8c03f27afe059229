package dropoutlab.export;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.nio.file.Path;

/// An experiment in its JSON form.
public final class ExperimentFile {
  public static final String NAME = "experiment.json";
  private static final long MOST_BYTES = 16L << 20;

  private ExperimentFile() {}

  /// Throws [dropoutlab.spec.ExperimentException] with one sentence that names the file and the path in it.
  public static Experiment read(Path file) {
    return ExperimentJson.read(JsonText.read(file, MOST_BYTES), file.toString());
  }

  public static String text(Experiment experiment) {
    return ExperimentJson.write(experiment);
  }
}
