package dropoutlab.run;

/// What to say when the memory is not enough, and how the program is given more of it.
public final class Memory {
  private static final long MEGABYTE = 1L << 20;
  private static final long GIGABYTE = 1L << 30;

  private Memory() {}

  public static String cause() {
    return "The memory (" + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB) is not enough.";
  }

  /// One sentence that names the flag and how this very program takes it.
  public static String advice() { return "Take a smaller network, picture or data set, or " + more(isImage()) + "."; }

  /// jpackage's launcher takes no flags of the Java machine, but every Java machine takes them from this variable, and
  /// before those of the launcher's own file.
  static String more(boolean image) {
    String flag = "-Xmx" + enough() + "g";
    return image ? "give it more: set the environment variable _JAVA_OPTIONS to " + flag
        : "give it more: start it with mvn -Dheap=" + enough() + "g (which is the flag " + flag + ")";
  }

  private static boolean isImage() { return System.getProperty("jpackage.app-path") != null; }

  /// Four times as many gigabytes as now.
  private static long enough() { return Math.max(1, 4 * Math.ceilDiv(Runtime.getRuntime().maxMemory(), GIGABYTE)); }
}
