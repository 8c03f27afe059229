package dropoutlab.nn;

import java.util.Locale;

/// Memory in the words of people.
public final class Bytes {
  private Bytes() {}

  /// In megabytes below one gigabyte, else in gigabytes with one decimal, each 1024 of the next smaller.
  public static String shown(long bytes) {
    return bytes < 1L << 30 ? Math.ceilDiv(bytes, 1L << 20) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
  }

  /// The end of a sentence that refuses what needs more than `most` bytes.
  public static String refusal(long needed, long most) {
    return "but the program may use " + shown(most) + "; give it more with -Xmx"
        + Math.ceilDiv(needed + needed / 4, 1L << 30) + "g, for example in the environment variable JAVA_TOOL_OPTIONS";
  }
}
