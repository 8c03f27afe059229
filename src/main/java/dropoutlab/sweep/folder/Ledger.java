package dropoutlab.sweep.folder;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which runs have a result, and where it stands. It holds a place for each run, not the result, and reads what was
/// added since the last time only. The first result of a run counts; a later one that differs contradicts it, as a
/// repeat does.
public final class Ledger {
  /// More sentences than these are not kept.
  private static final int MOST_TROUBLES = 100;
  private static final int OFFSET_BITS = 42;

  private final Layout layout;
  private final Map<Path, SegmentReader> readers = new LinkedHashMap<>();
  private final List<Path> files = new ArrayList<>();
  private final Set<String> troubles = new LinkedHashSet<>();
  private final Windows windows = new Windows();
  private double seconds;
  private long timed;
  private LongMap results = new LongMap();
  private LongMap repeats = new LongMap();
  private LongMap differing = new LongMap();
  private List<Again> unmatched = new ArrayList<>();

  public Ledger(Layout layout) { this.layout = layout; }

  /// A repeat or a second result, and where it stands.
  private record Again(long run, long place, boolean repeat) {}

  /// Reads what has come in.
  public synchronized void refresh() throws IOException {
    if (shrunk()) forget();
    list(layout.results());
    list(layout.repeats());
    for (SegmentReader each : readers.values()) readOn(each);
    List<Again> pending = unmatched;
    unmatched = new ArrayList<>();
    for (Again each : pending) compare(each);
  }

  /// A folder that was restored from a copy may hold less than before: then all is read anew.
  private boolean shrunk() throws IOException {
    for (SegmentReader each : readers.values()) {
      try {
        if (Files.size(each.file()) < each.offset()) return true;
      } catch (NoSuchFileException e) {
        return true;
      }
    }
    return false;
  }

  private void forget() {
    readers.clear();
    files.clear();
    troubles.clear();
    windows.clear();
    unmatched.clear();
    seconds = 0;
    timed = 0;
    results = new LongMap();
    repeats = new LongMap();
    differing = new LongMap();
  }

  private void list(Path folder) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      List<Path> names = new ArrayList<>();
      all.forEach(names::add);
      names.sort(null);
      for (Path each : names) {
        if (readers.containsKey(each) || each.getFileName().toString().startsWith(".")) continue;
        if (Layout.Attempt.of(each).isEmpty()) tell(Words.of("sweeprun.folder.foreign", each));
        else {
          readers.put(each, new SegmentReader(each, files.size()));
          files.add(each);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing has been written yet.
    } catch (NotDirectoryException | DirectoryIteratorException e) {
      throw new FolderException(Words.of("sweeprun.folder.unreadable", folder), e);
    }
  }

  private void readOn(SegmentReader reader) throws IOException {
    boolean repeat = reader.file().getParent().equals(layout.repeats());
    try {
      if (reader.mayHaveGrown(Files.size(reader.file()))) reader.readOn((run, finite, took, at) -> {
        if (run.isEmpty()) tell(Words.of("sweeprun.folder.damaged", reader.file(), at));
        else take(run.getAsLong(), place(reader.number(), at, finite), repeat);
        seconds += took;
        timed += run.isPresent() ? 1 : 0;
      });
    } catch (NoSuchFileException e) {
      // It was taken away just now; the next time all is read anew.
    }
  }

  private void take(long run, long place, boolean repeat) throws IOException {
    if (repeat) compare(new Again(run, place, true));
    else if (results.get(run) == 0) results.put(run, place);
    else compare(new Again(run, place, false));
  }

  private void compare(Again again) throws IOException {
    Optional<Outcome> first = outcome(again.run), second = at(again.place);
    if (first.isEmpty()) unmatched.add(again);
    else if (second.isPresent() && !first.get().sameAs(second.get())) {
      differing.put(again.run, again.place);
      tell(Words.of("sweeprun.folder.differs", HexFormat.of().toHexDigits(again.run), first.get().node(),
          second.get().node()));
    } else if (again.repeat && repeats.get(again.run) == 0) repeats.put(again.run, again.place);
  }

  private void tell(String trouble) { if (troubles.size() < MOST_TROUBLES) troubles.add(trouble); }

  /// Packs a place into a number other than 0.
  private static long place(int file, long at, boolean finite) {
    return (file + 1L) << OFFSET_BITS + 1 | at << 1 | (finite ? 1 : 0);
  }

  private Optional<Outcome> at(long place) throws IOException {
    return windows.at(file(place), place >>> 1 & (1L << OFFSET_BITS) - 1);
  }

  private Path file(long place) { return files.get((int) (place >>> OFFSET_BITS + 1) - 1); }

  public synchronized boolean has(long run) { return results.get(run) != 0; }

  /// Returns whether a run with a result ended with finite losses.
  public synchronized boolean finite(long run) { return (results.get(run) & 1) == 1; }

  public synchronized boolean repeated(long run) { return repeats.get(run) != 0 || differing.get(run) != 0; }

  /// Returns whether a run was trained a second time and came to another result.
  public synchronized boolean differs(long run) { return differing.get(run) != 0; }

  /// Reads the result of a run.
  public synchronized Optional<Outcome> outcome(long run) throws IOException {
    long place = results.get(run);
    return place == 0 ? Optional.empty() : at(place);
  }

  /// Reads what the repeat of a run came to, one that differs before all others.
  public synchronized Optional<Outcome> repeat(long run) throws IOException {
    long place = differing.get(run) != 0 ? differing.get(run) : repeats.get(run);
    return place == 0 ? Optional.empty() : at(place);
  }

  /// Returns how long a run took on average; NaN before the first result.
  public synchronized double secondsEach() { return seconds / timed; }

  /// What is wrong with the segments, a sentence each.
  public synchronized List<String> troubles() { return List.copyOf(troubles); }
}
