package dropoutlab.nn.build;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// Memory in the words of people.
public final class Bytes {
  private Bytes() {}

  /// In megabytes below one gigabyte, else in gigabytes with one decimal, each 1024 of the next smaller.
  public static String shown(long bytes) {
    return bytes < 1L << 30 ? Words.of("nn.memory.megabytes", Math.ceilDiv(bytes, 1L << 20))
        : Words.of("nn.memory.gigabytes", Numbers.fixed(bytes / (double) (1L << 30), 1));
  }

  /// The end of a sentence that refuses what needs more than `most` bytes.
  public static String refusal(long needed, long most) {
    return Words.of("nn.memory.refusal", shown(most), more(Math.ceilDiv(needed + needed / 4, 1L << 30)));
  }

  /// How this very program is given more memory. The launcher of an image takes no flags of the Java machine, but every
  /// Java machine takes them from this variable, and before those of the launcher's own file.
  public static String more(long gigabytes) {
    return more(gigabytes, System.getProperty("jpackage.app-path") != null);
  }

  static String more(long gigabytes, boolean image) {
    String flag = "-Xmx" + gigabytes + "g";
    return image ? Words.of("nn.memory.image", flag) : Words.of("nn.memory.maven", gigabytes, flag);
  }
}
