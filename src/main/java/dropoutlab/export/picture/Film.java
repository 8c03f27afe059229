package dropoutlab.export.picture;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Sheets that are shown one after another.
///
/// @param frames      how many there are
/// @param sheet       each of them, all on the same page; made anew at each call, which may take long
/// @param perSecond   how many are shown in a second
/// @param lastSeconds how long the last one stays
/// @param loop        whether they begin again
public record Film(int frames, IntFunction<Sheet> sheet, double perSecond, double lastSeconds, boolean loop) {
  public static final int MOST_FRAMES = 600;
  /// So many frames, the first and the last among them, stand for all where something is decided for the whole film.
  private static final int SAMPLES = 9;

  /// A film of one frame.
  public static Film still(Sheet sheet) { return new Film(1, _ -> sheet, 1, 1, false); }

  /// The numbers of some frames, in their order.
  IntStream samples() {
    int count = Math.min(SAMPLES, frames);
    return IntStream.range(0, count).map(i -> count == 1 ? 0 : (int) ((long) i * (frames - 1) / (count - 1)));
  }

  /// The layout of the frame that needs most room.
  Layout layout() {
    return samples().mapToObj(i -> sheet.apply(i).layout()).min(Comparator.comparingDouble(Layout::ptPerPixel))
        .orElseThrow();
  }
}
