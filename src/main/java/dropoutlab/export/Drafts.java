package dropoutlab.export;

import dropoutlab.words.Words;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files that appear completely or not at all, and all together: each is written beside its place under another name,
/// forced to the disk, and moved to its place by [#commit]. What has been committed is still there after the machine
/// has lost its power. Files that were not committed are deleted on close; those left by a killed process are deleted
/// by [Leftovers].
public final class Drafts implements AutoCloseable {
  private final Map<Path, Path> drafts = new LinkedHashMap<>();
  private final List<Closeable> writers = new ArrayList<>();
  private final List<Path> removed = new ArrayList<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  /// Opens a UTF-8 writer for a new `file` whose folder exists.
  public Writer open(Path file) throws IOException {
    Writer writer = Files.newBufferedWriter(draftOf(file), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
    writers.add(writer);
    return writer;
  }

  /// Opens a new `file` whose folder exists, for bytes.
  public OutputStream stream(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(draftOf(file), StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE));
    writers.add(out);
    return out;
  }

  public void add(Path file, byte[] bytes) throws IOException {
    Files.write(draftOf(file), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  public void add(Path file, String text) throws IOException {
    add(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Makes a new folder for files that are to appear together; [#commit] puts it in the place of an older `folder`, which
  /// then is gone with all that is in it.
  public Path folder(Path folder) throws IOException {
    Path place = folder.toAbsolutePath();
    Path draft = place.resolveSibling(Leftovers.draftName(place.getFileName().toString()));
    if (folders.add(place.getParent())) Leftovers.remove(place.getParent());
    drafts.put(place, draft);
    return Files.createDirectory(draft);
  }

  /// Makes [#commit] delete an old file, if it is a regular one: beside the new files it would be taken for one of
  /// them.
  public void remove(Path file) { removed.add(file); }

  /// Only a regular file is replaced, because a file moved onto a device or a pipe would take its place.
  private Path draftOf(Path file) throws IOException {
    Path place = file.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place))
      throw new IOException(Words.of("export.draft.irregular", file.getFileName()));
    if (folders.add(place.getParent())) Leftovers.remove(place.getParent());
    return drafts.computeIfAbsent(place,
        _ -> place.resolveSibling(Leftovers.draftName(place.getFileName().toString())));
  }

  /// Moves all files to their places; earlier files are replaced.
  public void commit() throws IOException {
    for (Closeable writer : writers) writer.close();
    for (Path draft : drafts.values()) force(draft);
    for (var each : List.copyOf(drafts.entrySet())) {
      if (Files.isDirectory(each.getKey())) exchange(each.getValue(), each.getKey());
      else move(each.getValue(), each.getKey());
      drafts.remove(each.getKey());
    }
    for (Path each : removed) if (Files.isRegularFile(each)) Files.delete(each);
    for (Path folder : folders) forceNames(folder);
  }

  private static void force(Path draft) throws IOException {
    if (Files.isDirectory(draft)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(draft)) {
        for (Path each : files) force(each);
      }
      forceNames(draft);
      return;
    }
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Forces the names in a folder to the disk. Windows cannot open a folder; there the move itself is logged.
  private static void forceNames(Path folder) {
    quietly(() -> {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    });
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// A folder cannot be moved onto one that is not empty: the older one makes way.
  private static void exchange(Path draft, Path folder) throws IOException {
    Path older = folder.resolveSibling(Leftovers.draftName(folder.getFileName().toString()));
    Files.move(folder, older);
    try {
      Files.move(draft, folder);
    } catch (IOException e) {
      Files.move(older, folder);
      throw e;
    }
    quietly(() -> Leftovers.delete(older));
  }

  /// A writer that cannot write its last characters, on a full disk, must not keep the drafts from being deleted.
  @Override public void close() {
    for (Closeable writer : writers) quietly(writer::close);
    for (Path draft : drafts.values()) quietly(() -> Leftovers.delete(draft));
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void quietly(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      // Nothing depends on it: the drafts are thrown away, or everything has been moved to its place.
    }
  }
}
