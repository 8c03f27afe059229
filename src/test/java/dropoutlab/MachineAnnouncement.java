package dropoutlab;

import dropoutlab.math.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Prints once on which processor the tests run and how wide the engine's vectors are there. Kernels take different
/// paths on different machines, and a log that does not name its path proves nothing about the others.
public final class MachineAnnouncement implements LauncherSessionListener {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  @Override public void launcherSessionOpened(LauncherSession session) {
    System.out.println("Processor: " + processor() + "; the engine computes on " + Vectors.described() + ".");
  }

  private static String processor() {
    String kind = System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " threads";
    if (!Files.isReadable(LINUX_PROCESSORS)) return kind;
    try (var lines = Files.lines(LINUX_PROCESSORS)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", " + kind).orElse(kind);
    } catch (IOException e) {
      return kind;
    }
  }
}
