package dropoutlab.sweep.folder;

import dropoutlab.export.Drafts;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What went wrong with a run: an error of the program or the machine, not a result.
///
/// @param kind    of the error, as Java calls it
/// @param attempt how many times it went wrong in the same way
public record FailedRun(String kind, String sentence, String node, int attempt, String trace) {
  /// A run that failed so often in the same way is trained again only if a person asks for it.
  public static final int MOST = 2;

  public boolean hopeless() { return attempt >= MOST; }

  private static Path file(Layout layout, long run) {
    return layout.failed().resolve(HexFormat.of().toHexDigits(run) + ".json");
  }

  /// Writes that a run has failed, once more if it had before.
  public static FailedRun write(Layout layout, long run, Throwable error, String sentence) throws IOException {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    String kind = error.getClass().getName();
    int before = read(file(layout, run)).filter(old -> old.kind.equals(kind) && old.sentence.equals(sentence))
        .map(FailedRun::attempt).orElse(0);
    FailedRun failed = new FailedRun(kind, sentence, Node.name(), before + 1, trace.toString());
    Files.createDirectories(layout.failed());
    try (Drafts drafts = new Drafts()) {
      drafts.add(file(layout, run), StrictJson.text(failed));
      drafts.commit();
    }
    return failed;
  }

  /// Forgets a failure once the run has a result.
  public static void forget(Layout layout, long run) throws IOException { Files.deleteIfExists(file(layout, run)); }

  /// Reads all failures.
  public static Map<Long, FailedRun> all(Layout layout) throws IOException {
    Map<Long, FailedRun> all = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.failed(), "????????????????.json")) {
      for (Path each : files) read(each).ifPresent(failed -> run(each).ifPresent(run -> all.put(run, failed)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return all;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return all;
  }

  private static Optional<Long> run(Path file) {
    try {
      return Optional.of(HexFormat.fromHexDigitsToLong(file.getFileName().toString(), 0, 16));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<FailedRun> read(Path file) {
    try {
      return Optional.of(StrictJson.bind(StrictJson.parse(Files.readString(file), file.toString()), FailedRun.class));
    } catch (IOException | ExperimentException e) {
      return Optional.empty();
    }
  }
}
