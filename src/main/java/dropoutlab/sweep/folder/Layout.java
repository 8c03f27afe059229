package dropoutlab.sweep.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where everything is in the folder of a sweep.
public record Layout(Path root) {
  private static final Pattern ATTEMPT = Pattern.compile("t(\\d{1,6})-a(\\d{1,6})\\.(jsonl|json)");

  private static final String SWEEP = "sweep", JSON = ".json";

  /// What was asked.
  public Path sweep() { return root.resolve(SWEEP + JSON); }

  /// The runs that this takes.
  public Path plan() { return root.resolve("plan.csv"); }

  /// A segment of results for each worker that ever ran.
  public Path results() { return root.resolve("results"); }

  /// The same for runs that were trained again.
  public Path repeats() { return root.resolve("repeats"); }

  /// A sign of life for each worker.
  public Path tasks() { return root.resolve("tasks"); }

  /// What went wrong with a run, a file for each.
  public Path failed() { return root.resolve("failed"); }

  /// Something that reads or writes files.
  public interface Files<T> {
    T work() throws IOException;
  }

  /// Works on the folder's files; whatever goes wrong is told in a sentence.
  public <T> T told(Files<T> files) throws FolderException {
    try {
      return files.work();
    } catch (IOException e) {
      throw FolderException.of(e, root);
    } catch (UncheckedIOException e) {
      throw FolderException.of(e.getCause(), root);
    }
  }

  /// A worker: the task that it belongs to, and which of the workers of this task it is, from 1 on.
  public record Attempt(int task, int number) {
    /// Reads the name of a segment or of a sign; empty if a file has another name.
    static Optional<Attempt> of(Path file) {
      Matcher name = ATTEMPT.matcher(file.getFileName().toString());
      return name.matches() ? Optional.of(new Attempt(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
          : Optional.empty();
    }

    public String segment() { return this + ".jsonl"; }

    public String sign() { return this + JSON; }

    @Override public String toString() { return String.format("t%02d-a%d", task, number); }
  }
}
