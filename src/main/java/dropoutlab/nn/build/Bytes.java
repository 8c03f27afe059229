package dropoutlab.nn.build;

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
    return "but the program may use " + shown(most) + "; " + more(Math.ceilDiv(needed + needed / 4, 1L << 30));
  }

  /// How this very program is given more memory. The launcher of an image takes no flags of the Java machine, but every
  /// Java machine takes them from this variable, and before those of the launcher's own file.
  public static String more(long gigabytes) {
    return more(gigabytes, System.getProperty("jpackage.app-path") != null);
  }

  static String more(long gigabytes, boolean image) {
    String flag = "-Xmx" + gigabytes + "g";
    return image ? "give it more: set the environment variable _JAVA_OPTIONS to " + flag
        : "give it more: start it with mvn -Dheap=" + gigabytes + "g (which is the flag " + flag + ")";
  }
}
