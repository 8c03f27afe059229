package dropoutlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of a run in one folder: experiment, history, metrics and model.
public final class RunFiles {
  private RunFiles() {}

  /// Writes all four files or none into `folder`, which is created if it is missing.
  public static void write(Path folder, TrainedRun run) throws IOException {
    List<Path> created = missing(folder);
    boolean written = false;
    try (Drafts drafts = new Drafts()) {
      Files.createDirectories(folder);
      drafts.add(folder.resolve(ExperimentFile.NAME), ExperimentFile.text(run.experiment()));
      drafts.add(folder.resolve(HistoryFile.NAME), HistoryFile.text(run.history(), run.hasTwin()));
      drafts.add(folder.resolve(MetricsFile.NAME), MetricsFile.of(run).text());
      ModelFile.write(run.model(), drafts.open(folder.resolve(ModelFile.NAME)));
      drafts.commit();
      written = true;
    } finally {
      if (!written) for (Path each : created) each.toFile().delete();
    }
  }

  /// Returns the folders that must be created, the innermost first.
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path each = folder.toAbsolutePath(); each != null && !Files.exists(each); each = each.getParent())
      missing.add(each);
    return missing;
  }
}
