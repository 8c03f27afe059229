package dropoutlab.run;

import dropoutlab.nn.build.Bytes;

/// What to say when the memory is not enough.
public final class ShortMemory {
  private static final long GIGABYTE = 1L << 30;

  private ShortMemory() {}

  public static String cause() {
    return "The memory (" + Bytes.shown(Runtime.getRuntime().maxMemory()) + ") is not enough.";
  }

  /// One sentence that names the flag and how this very program takes it: for four times as many gigabytes as now.
  public static String advice() {
    long enough = Math.max(1, 4 * Math.ceilDiv(Runtime.getRuntime().maxMemory(), GIGABYTE));
    return "Take a smaller network, picture or data set, or " + Bytes.more(enough) + ".";
  }
}
