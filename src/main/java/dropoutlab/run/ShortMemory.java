package dropoutlab.run;

import dropoutlab.nn.build.Bytes;
import dropoutlab.words.Words;

/// The sentences for a lack of memory.
public final class ShortMemory {
  private static final long GIGABYTE = 1L << 30;

  private ShortMemory() {}

  public static String cause() {
    return Words.of("run.memory.short", Bytes.shown(Runtime.getRuntime().maxMemory()));
  }

  /// Returns one sentence that names the flag and how this program is given it, for four times as many gigabytes as
  /// now.
  public static String advice() {
    long enough = Math.max(1, 4 * Math.ceilDiv(Runtime.getRuntime().maxMemory(), GIGABYTE));
    return Words.of("run.memory.advice", Bytes.more(enough));
  }
}
