package dropoutlab.sweep.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How this very program is started once more, on a node that sees the same disk.
public final class Launcher {
  /// What the application image is called, where the program was started in a way that cannot be told.
  private static final String NAME = "dropout-lab";
  /// What the launcher of the application image tells the program that it starts.
  private static final String IMAGE = "jpackage.app-path";
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Launcher() {}

  /// The launcher of the application image, or the Java machine with its arguments up to the main class.
  public static List<String> words() {
    String image = System.getProperty(IMAGE);
    if (image != null) return List.of(image);
    String main = System.getProperty("sun.java.command", "").split(" ", 2)[0];
    try {
      List<String> line = new ArrayList<>(Arrays.asList(Files.readString(COMMAND_LINE, StandardCharsets.UTF_8)
          .split("\0")));
      int at = line.indexOf(main);
      if (at < 1 || !main.endsWith(".Main")) return List.of(NAME);
      line.set(0, ProcessHandle.current().info().command().orElse(line.getFirst()));
      return List.copyOf(line.subList(0, at + 1));
    } catch (IOException e) {
      return List.of(NAME);
    }
  }
}
