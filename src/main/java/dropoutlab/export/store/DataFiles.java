package dropoutlab.export.store;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The files that an experiment reads: its data, and the model with which it begins. A saved run names them and holds a
/// fingerprint of each, because with other data it would be another run.
public final class DataFiles {
  /// A file is read again for its fingerprint only if it has changed since, and no more than so many are remembered.
  private static final int MOST_KNOWN = 64;
  private static final Map<Known, String> FINGERPRINTS = new ConcurrentHashMap<>();

  private DataFiles() {}

  private record Known(Path file, long bytes, FileTime changed) {}

  /// @param path     as the experiment has it
  /// @param beside   the way from the folder of the saved run; null if there is none, from one drive to another
  /// @param absolute where the file was
  record Entry(String path, String beside, String absolute, long bytes, String sha256) {}

  /// Describes the files of an experiment that are there.
  ///
  /// @param saved the file of the run
  static List<Entry> of(Experiment experiment, Path saved) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String path : paths(experiment)) {
      Optional<Path> file = regular(path);
      if (file.isEmpty()) continue;
      entries.add(new Entry(path, beside(saved, file.get()), file.get().toString(), Files.size(file.get()),
          fingerprint(file.get())));
    }
    return entries;
  }

  /// Returns one fingerprint of the contents of all files that an experiment reads; "" if it reads none. Relative paths
  /// start from the working directory.
  ///
  /// @throws ExperimentException with one sentence, if a file cannot be read
  public static String fingerprint(Experiment experiment) {
    StringBuilder all = new StringBuilder();
    for (String path : paths(experiment)) all.append(contents(path));
    return all.isEmpty() ? "" : Checksum.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String contents(String path) {
    try {
      return fingerprint(regular(path).orElseThrow(() -> new ExperimentException(Words.of("store.data.gone", path))));
    } catch (IOException e) {
      throw new ExperimentException(Words.of("store.data.unreadable", path), e);
    }
  }

  /// Returns the files that an experiment reads, as it has them.
  static Set<String> paths(Experiment experiment) {
    Set<String> paths = new LinkedHashSet<>();
    moved(experiment, path -> {
      paths.add(path);
      return path;
    });
    return paths;
  }

  private static Experiment moved(Experiment experiment, UnaryOperator<String> path) {
    String start = experiment.startFrom();
    return experiment.with(e -> e.data(experiment.data().withFiles(path))
        .startFrom(start == null ? null : path.apply(start)));
  }

  private static Optional<Path> regular(String path) {
    try {
      return Optional.of(Path.of(path).toAbsolutePath().normalize()).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String beside(Path saved, Path file) {
    try {
      return saved.toAbsolutePath().normalize().getParent().relativize(file).toString().replace('\\', '/');
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String fingerprint(Path file) throws IOException {
    Known known = new Known(file, Files.size(file), Files.getLastModifiedTime(file));
    String remembered = FINGERPRINTS.get(known);
    if (remembered != null) return remembered;
    if (FINGERPRINTS.size() >= MOST_KNOWN) FINGERPRINTS.clear();
    String made = Checksum.of(file);
    FINGERPRINTS.put(known, made);
    return made;
  }

  /// Returns the experiment with its files where they are now: beside the saved run, or where they were. Throws an
  /// [ExperimentException] that names the first file that is missing or has changed.
  static Experiment found(Experiment experiment, List<Entry> entries, Path saved) {
    Experiment found = experiment;
    for (Entry each : entries) {
      Path file = found(each, saved);
      String now = regular(each.path()).filter(file::equals).isPresent() ? each.path() : file.toString();
      found = moved(found, path -> path.equals(each.path()) ? now : path);
    }
    return found;
  }

  private static Path found(Entry entry, Path saved) {
    List<Path> there = Stream.of(entry.beside() == null ? null : besideOf(saved, entry.beside()), entry.absolute(),
        entry.path()).filter(Objects::nonNull).flatMap(path -> regular(path).stream()).distinct().toList();
    for (Path each : there) if (isSame(each, entry)) return each;
    throw new ExperimentException(there.isEmpty() ? Words.of("store.data.missing", saved, entry.absolute())
        : Words.of("store.data.changed", saved, there.getFirst()));
  }

  private static String besideOf(Path saved, String beside) {
    return saved.toAbsolutePath().normalize().getParent() + "/" + beside;
  }

  private static boolean isSame(Path file, Entry entry) {
    try {
      return Files.size(file) == entry.bytes() && fingerprint(file).equals(entry.sha256());
    } catch (IOException e) {
      return false;
    }
  }
}
