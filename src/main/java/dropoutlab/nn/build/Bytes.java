package dropoutlab.nn.build;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// Writes amounts of memory as people read them.
public final class Bytes {
  private Bytes() {}

  /// Returns the amount in megabytes below one gigabyte and in gigabytes with one decimal above; each unit is 1024 of
  /// the next smaller one.
  public static String shown(long bytes) {
    return bytes < 1L << 30 ? Words.of("nn.memory.megabytes", Math.ceilDiv(bytes, 1L << 20))
        : Words.of("nn.memory.gigabytes", Numbers.fixed(bytes / (double) (1L << 30), 1));
  }

  /// Returns the end of a sentence that refuses a request for more than `most` bytes.
  public static String refusal(long needed, long most) {
    return Words.of("nn.memory.refusal", shown(most), more(Math.ceilDiv(needed + needed / 4, 1L << 30)));
  }

  /// Returns how this program is given more memory. The launcher of an installed image accepts no flags of the Java
  /// machine, but every Java machine reads them from an environment variable, before those of the launcher's own file.
  public static String more(long gigabytes) {
    return more(gigabytes, System.getProperty("jpackage.app-path") != null);
  }

  static String more(long gigabytes, boolean image) {
    String flag = "-Xmx" + gigabytes + "g";
    return image ? Words.of("nn.memory.image", flag) : Words.of("nn.memory.maven", gigabytes, flag);
  }
}
