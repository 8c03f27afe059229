package dropoutlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a run in one folder: experiment, history, metrics and model.
public final class RunFiles {
  private RunFiles() {}

  /// Writes all four or none into `folder`, which is created where it is missing.
  public static void write(Path folder, TrainedRun run) throws IOException {
    Files.createDirectories(folder);
    try (Drafts drafts = new Drafts()) {
      drafts.add(folder.resolve(ExperimentFile.NAME), ExperimentFile.text(run.experiment()));
      drafts.add(folder.resolve(HistoryFile.NAME), HistoryFile.text(run.history(), run.hasTwin()));
      drafts.add(folder.resolve(MetricsFile.NAME), MetricsFile.of(run).text());
      drafts.add(folder.resolve(ModelFile.NAME), ModelFile.text(run.model()));
      drafts.commit();
    }
  }
}
