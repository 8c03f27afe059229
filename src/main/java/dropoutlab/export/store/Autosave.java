package dropoutlab.export.store;

import dropoutlab.spec.ExperimentException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps for a running process what a later one can recover if this one is killed. The light form of a run is tiny and
/// meant for every change; the whole form, with a checkpoint, for every few seconds. Of both, the newest is on the disk
/// before [#keep] returns: at least one of them is whole at any moment. A process that ends as it should closes this,
/// which leaves nothing.
///
/// Files are named for their process, so that several windows do not disturb each other, and numbered, so that the
/// newest is known where clocks jump. They are runs as [RunFile] has them.
public final class Autosave implements Closeable {
  private static final Pattern NAME = Pattern.compile("run-((\\d{1,18})-(\\d{1,18})-\\d{1,9})-(\\d{1,9})\\"
      + RunFile.ENDING);
  private static final AtomicInteger WINDOWS = new AtomicInteger();
  /// Two processes see slightly different starts of a third, because Linux counts from when the machine started.
  private static final Duration UNSURE = Duration.ofSeconds(10);

  private final Path folder;
  private final String window;
  private final List<Path> kept = new ArrayList<>();
  private int number;
  private Path whole;
  private boolean closed;

  /// Makes the autosave of one window of this process.
  ///
  /// @param folder usually [Places#recovery]; it is made when it is needed
  public Autosave(Path folder) {
    this.folder = folder;
    ProcessHandle process = ProcessHandle.current();
    window = process.pid() + "-" + started(process).toEpochMilli() + "-" + WINDOWS.incrementAndGet();
  }

  /// Puts a run on the disk, in either form, and then deletes what it makes superfluous. A light form leaves the last
  /// whole one: if that is of the same run, training goes on from it.
  public synchronized void keep(SavedRun run) throws IOException {
    if (closed) return;
    Files.createDirectories(folder);
    Path file = folder.resolve("run-" + window + "-" + ++number + RunFile.ENDING);
    RunFile.write(file, run);
    if (run.checkpoint().isPresent()) whole = file;
    for (Path each : List.copyOf(kept)) if (!each.equals(whole) && deleted(each)) kept.remove(each);
    kept.add(file);
  }

  /// Deletes what was kept: the process ends as it should.
  @Override public synchronized void close() {
    closed = true;
    kept.forEach(Autosave::deleted);
  }

  private static boolean deleted(Path file) {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      // A folder that became read-only; the next start offers the file once more.
      return false;
    }
  }

  /// What a process left that did not end as it should.
  ///
  /// @param when  it was last kept
  /// @param files its light and its whole form, the newest first
  public record Left(Instant when, List<Path> files) {
    public Left { files = List.copyOf(files); }

    /// Reads the run: the newest form that can be read, from the checkpoint of an earlier one if that is of the same
    /// run. Throws an [ExperimentException] with one sentence if none can be read.
    public SavedRun read() {
      SavedRun newest = null;
      ExperimentException fault = null;
      for (Path file : files) {
        try {
          SavedRun run = RunFile.read(file);
          if (newest != null && run.checkpoint().isEmpty()) continue;
          newest = newest == null ? run : newest.onFrom(run);
          if (newest.checkpoint().isPresent()) return newest;
        } catch (ExperimentException e) {
          if (fault == null) fault = e;
        }
      }
      if (newest == null) throw fault;
      return newest;
    }

    /// Deletes it. Whoever recovers it does so after the first [#keep] of his own.
    public void discard() { files.forEach(Autosave::deleted); }
  }

  /// Returns what dead processes have left in a folder, the newest first.
  public static List<Left> left(Path folder) {
    Map<String, Map<Integer, Path>> windows = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "run-*" + RunFile.ENDING)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && !isAlive(Long.parseLong(name.group(2)), Long.parseLong(name.group(3))))
          windows.computeIfAbsent(name.group(1), _ -> new HashMap<>()).put(Integer.parseInt(name.group(4)), file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // There is no such folder before the first run is kept.
    }
    return windows.values().stream().map(Autosave::ofOneWindow).sorted(Comparator.comparing(Left::when).reversed())
        .toList();
  }

  private static Left ofOneWindow(Map<Integer, Path> numbered) {
    List<Path> files = numbered.entrySet().stream().sorted(Map.Entry.<Integer, Path>comparingByKey().reversed())
        .map(Map.Entry::getValue).toList();
    return new Left(changed(files.getFirst()), files);
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  /// Where the start of a process that has this number cannot be told, it may be the one, and its files are its own.
  private static boolean isAlive(long pid, long startMillis) {
    Instant began = Instant.ofEpochMilli(startMillis);
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> process.info().startInstant()
        .map(start -> Duration.between(start, began).abs().compareTo(UNSURE) < 0).orElse(true)).isPresent();
  }

  private static Instant started(ProcessHandle process) { return process.info().startInstant().orElse(Instant.EPOCH); }
}
