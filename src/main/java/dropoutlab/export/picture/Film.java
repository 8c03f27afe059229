package dropoutlab.export.picture;

import java.util.function.IntFunction;

/// Sheets that are shown one after another.
///
/// @param frames      how many there are
/// @param sheet       each of them, all on the same page; made anew at each call, which may take long
/// @param perSecond   how many are shown in a second
/// @param lastSeconds how long the last one stays
/// @param loop        whether they begin again
public record Film(int frames, IntFunction<Sheet> sheet, double perSecond, double lastSeconds, boolean loop) {
  public static final int MOST_FRAMES = 600;
}
