package dropoutlab.sweep.slurm;

import dropoutlab.export.Drafts;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The job that was submitted last for a folder, which is noted there.
///
/// @param job   its number
/// @param tasks of the array
public record Submitted(String job, int tasks) {
  private static final String FILE = "slurm.json";

  /// Returns what is noted; empty where nothing readable is.
  public static Optional<Submitted> in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file)) return Optional.empty();
      return Optional.of(StrictJson.bind(StrictJson.parse(Files.readString(file), file.toString()), Submitted.class))
          .filter(found -> found.job() != null && !found.job().isBlank());
    } catch (IOException | ExperimentException e) {
      return Optional.empty();
    }
  }

  public void note(Path folder) throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.add(folder.resolve(FILE), StrictJson.text(this));
      drafts.commit();
    }
  }
}
