package dropoutlab.math;

import dropoutlab.VirtualMachine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs all tests of this package at every vector width, each in a separate virtual machine, because the width is
/// chosen only once per machine. A kernel that is wrong on one kind of processor therefore fails here on all of them.
class KernelWidthsTest {
  @TempDir private Path folder;

  /// Two virtual machines run at a time.
  @Test void everyKernelTestPassesAtEveryWidth() throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<?>> runs = Stream.of("512", "256", "128", "plain").<Future<?>>map(width -> two.submit(() -> {
        VirtualMachine.run(List.of("-Ddropoutlab.vector=" + width), KernelTests.class, List.of(),
            folder.resolve(width + ".log"));
        return null;
      })).toList();
      for (Future<?> run : runs) run.get();
    }
  }
}
