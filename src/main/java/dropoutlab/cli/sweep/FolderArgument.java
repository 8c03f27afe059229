package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// The folder of a sweep that was planned.
final class FolderArgument {
  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  private Path folder;

  Path path() { return folder; }

  SweepFolder open() {
    if (!Files.isDirectory(folder)) throw new CallerMistake(Words.of("sweepcli.folder.missing", folder));
    if (!SweepFolder.is(folder)) throw new CallerMistake(Words.of("sweepcli.folder.none", folder));
    return reading(() -> SweepFolder.open(folder));
  }

  interface Reading<T> {
    T run() throws IOException;
  }

  /// What the disk refuses is the caller's to mend.
  <T> T reading(Reading<T> work) {
    Object[] found = new Object[1];
    Outputs.saving(folder, () -> found[0] = work.run());
    @SuppressWarnings("unchecked") T read = (T) found[0];
    return read;
  }
}
