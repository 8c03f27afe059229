package dropoutlab.export.picture;

import dropoutlab.export.Drafts;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Films as a folder of numbered PNG, with the line that makes a film of them as text beside them.
public final class FramesFolder {
  /// What tells how to go on.
  public static final String TEXT = "ffmpeg.txt";

  private FramesFolder() {}

  /// Writes `loss-0000.png` and so on into a folder `loss.frames`, which appears whole or not at all. A folder of
  /// frames that stands there is replaced.
  ///
  /// @throws IOException           also if there is a folder with anything else in it
  /// @throws CancellationException if it is given up
  public static void write(Film film, Path folder, ProgressMonitor monitor) throws IOException {
    requireReplaceable(folder);
    Layout layout = film.layout();
    String name = name(folder);
    try (Drafts drafts = new Drafts()) {
      Path draft = drafts.folder(folder);
      for (int i = 0; i < film.frames(); i++) {
        if (monitor.abandoned()) throw new CancellationException();
        Files.write(draft.resolve(frame(name, i)), PngFile.bytes(film.sheet().apply(i).as(layout)));
        monitor.done((i + 1.0) / film.frames());
      }
      Files.writeString(draft.resolve(TEXT), text(film, name));
      drafts.commit();
    }
  }

  private static String name(Path folder) {
    String name = folder.getFileName().toString(), ending = "." + Format.FRAMES.id();
    boolean named = name.endsWith(ending) && name.length() > ending.length();
    return named ? name.substring(0, name.length() - ending.length()) : name;
  }

  private static String frame(String name, int i) { return String.format(Locale.ROOT, "%s-%04d.png", name, i); }

  /// The command that makes a film of them. Many players want an even number of pixels and this form of colours, and
  /// the last frame is held.
  static String text(Film film, String name) {
    String rate = Numbers.typed(film.perSecond()), held = Numbers.typed(film.lastSeconds());
    return Words.of("picture.frames.text", name, rate, held);
  }

  private static void requireReplaceable(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    if (!Files.isDirectory(folder))
      throw new NotDirectoryException(Words.of("picture.frames.file", folder.getFileName()));
    Pattern ours = Pattern.compile(".+-\\d{4}\\.png|" + Pattern.quote(TEXT));
    try (Stream<Path> there = Files.list(folder)) {
      List<String> others = there.map(each -> each.getFileName().toString())
          .filter(each -> !ours.matcher(each).matches())
          .sorted().toList();
      if (!others.isEmpty())
        throw new IOException(Words.of("picture.frames.others", folder.getFileName(), others.getFirst()));
    }
  }
}
