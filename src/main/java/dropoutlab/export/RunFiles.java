package dropoutlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a run in one folder: experiment, history, metrics and model, and one model more for each network
/// beside.
public final class RunFiles {
  private RunFiles() {}

  /// Writes all files or none into `folder`, which is created if it is missing. A model of an earlier run is deleted if
  /// it has the name of a network that has stopped alone.
  public static void write(Path folder, TrainedRun run) throws IOException {
    List<Path> created = missing(folder);
    boolean written = false;
    try (Drafts drafts = new Drafts()) {
      Files.createDirectories(folder);
      drafts.add(folder.resolve(ExperimentFile.NAME), ExperimentFile.text(run.experiment()));
      drafts.add(folder.resolve(HistoryFile.NAME), HistoryFile.text(run.history(), run.hasTwin()));
      drafts.add(folder.resolve(MetricsFile.NAME), MetricsFile.of(run).text());
      ModelFile.write(run.model(), drafts.open(folder.resolve(ModelFile.NAME)));
      for (TrainedRun.Neighbour each : run.beside())
        add(drafts, folder.resolve(ModelFile.named(each.name())), each.run());
      drafts.commit();
      written = true;
    } finally {
      if (!written) for (Path each : created) each.toFile().delete();
    }
  }

  private static void add(Drafts drafts, Path file, Optional<TrainedRun> beside) throws IOException {
    if (beside.isPresent()) ModelFile.write(beside.get().model(), drafts.open(file));
    else drafts.remove(file);
  }

  /// Returns the folders that must be created, the innermost first.
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path each = folder.toAbsolutePath(); each != null && !Files.exists(each); each = each.getParent())
      missing.add(each);
    return missing;
  }
}
