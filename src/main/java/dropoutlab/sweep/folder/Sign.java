package dropoutlab.sweep.folder;

import dropoutlab.export.Drafts;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A sign of life of a worker, renewed every few seconds until it ends.
///
/// @param job     of the cluster; "" on a computer of one's own
/// @param process its number on the node
/// @param tasks   of how many tasks the attempt's is one
/// @param run     that is being trained, in hexadecimal digits; "" for none
/// @param count   how many runs it has finished
/// @param started when it began, in milliseconds since 1970
/// @param ended   whether it has ended as it should
public record Sign(String job, String node, long process, int task, int tasks, int attempt, String run, long count,
                   long started, boolean ended) {
  /// Without a sign for so long, a worker counts as gone.
  public static final long GONE_MILLIS = 60_000;
  public static final long EVERY_MILLIS = 5_000;
  private static final int MOST_TASKS = 1_000_000;

  public Sign {
    if (tasks < 1 || tasks > MOST_TASKS || task < 0 || task >= tasks || !run.matches("|[0-9a-f]{16}"))
      throw new ExperimentException(Words.of("sweeprun.folder.no_sign"));
  }

  /// Takes the next free number for a worker of a task: whoever makes the file has it.
  public static Layout.Attempt take(Layout layout, int task) throws IOException {
    Files.createDirectories(layout.tasks());
    int number = 1 + attempts(layout).stream().filter(each -> each.task() == task).mapToInt(Layout.Attempt::number)
        .max().orElse(0);
    while (true) {
      Layout.Attempt attempt = new Layout.Attempt(task, number++);
      boolean used = Files.exists(layout.results().resolve(attempt.segment()))
          || Files.exists(layout.repeats().resolve(attempt.segment()));
      try {
        if (!used) {
          Files.createFile(layout.tasks().resolve(attempt.sign()));
          return attempt;
        }
      } catch (FileAlreadyExistsException e) {
        // Another worker was faster.
      }
    }
  }

  private static List<Layout.Attempt> attempts(Layout layout) throws IOException {
    return files(layout).stream().flatMap(file -> Layout.Attempt.of(file).stream()).toList();
  }

  private static List<Path> files(Layout layout) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(layout.tasks(), "t*.json")) {
      all.forEach(files::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return files;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  public void write(Layout layout) throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.add(layout.tasks().resolve(new Layout.Attempt(task, attempt).sign()), StrictJson.text(this));
      drafts.commit();
    }
  }

  /// A sign that was read.
  ///
  /// @param alive whether its worker is at work, as far as one can tell
  public record Seen(Sign sign, boolean alive) {
    /// Returns whether the worker has gone without ending as it should.
    public boolean gone() { return !alive && !sign.ended; }

    /// Returns the run that is being trained.
    public Optional<Long> run() {
      return alive && !sign.run.isEmpty() ? Optional.of(HexFormat.fromHexDigitsToLong(sign.run)) : Optional.empty();
    }
  }

  /// Reads all signs. Those that cannot be read now are left out.
  public static List<Seen> all(Layout layout) throws IOException {
    List<Seen> all = new ArrayList<>();
    for (Path each : files(layout)) read(each).ifPresent(all::add);
    return all;
  }

  private static Optional<Seen> read(Path file) {
    try {
      Sign sign = StrictJson.bind(StrictJson.parse(Files.readString(file), file.toString()), Sign.class);
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
      return Optional.of(new Seen(sign, !sign.ended && age < GONE_MILLIS && sign.processLives()));
    } catch (IOException | ExperimentException e) {
      return Optional.empty();
    }
  }

  /// Returns whether this very program gives the sign.
  public boolean here() { return process == ProcessHandle.current().pid() && node.equals(Node.name()); }

  /// On the same machine it is known at once that a process has been killed.
  private boolean processLives() {
    return !node.equals(Node.name()) || ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }
}
