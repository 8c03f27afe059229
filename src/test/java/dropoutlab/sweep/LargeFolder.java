package dropoutlab.sweep;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a simulated folder, or counts or collects one, in a process of its own whose heap is bounded, and says how
/// long that took and how much heap it needed.
///
/// Arguments: the folder, what is done (`make`, `status` or `collect`), how many results.
public final class LargeFolder {
  private LargeFolder() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long begun = System.nanoTime();
    switch (arguments[1]) {
      case "make" -> Simulated.folder(folder, Long.parseLong(arguments[2]));
      case "status" -> IO.println(SweepFolder.open(folder).summary());
      default -> collect(folder);
    }
    IO.println(String.format("%s of %s: %.1f s, at most %d MB of heap after a collection, %d MB at any time",
        arguments[1],
        arguments[2], (System.nanoTime() - begun) / 1e9, kept() >> 20, peak() >> 20));
  }

  private static void collect(Path folder) throws IOException {
    try (Writer to = Files.newBufferedWriter(folder.resolve(ResultsFile.NAME))) {
      ResultsFile.write(SweepFolder.open(folder), to, false);
    }
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static long kept() {
    ManagementFactory.getGarbageCollectorMXBeans().forEach(GarbageCollectorMXBean::getCollectionCount);
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
  }
}
