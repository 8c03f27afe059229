package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataException;
import dropoutlab.spec.ExperimentException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Gives changed files to a reader until an answer breaks the contract: it is one sentence, or what the reader itself
/// accepts, and takes little memory. `-Ddropoutlab.fuzz=200000` changes that many files of each kind. A file on which a
/// reader fails is printed in hexadecimal.
final class Fuzz {
  private static final int FILES = Integer.getInteger("dropoutlab.fuzz", 3_000);
  /// A network of 8192 x 8192 units needs 256 MB; all files here have a few thousand bytes.
  private static final long MOST_BYTES = 64L << 20;

  private final Path file;
  private long most;
  private int sentences;

  Fuzz(Path file) { this.file = file; }

  interface Reading {
    void of(Path file);
  }

  void run(String reader, Supplier<byte[]> changed, Reading reading) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = changed.get();
      Files.write(file, bytes);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        reading.of(file);
      } catch (DataException | ExperimentException e) {
        sentences++;
        assertThat(isSentence(e.getMessage())).as("%s, file %d, %s: %s", reader, i, hex(bytes), e.getMessage()).isTrue();
      } catch (RuntimeException | Error e) {
        throw new AssertionError(reader + ", file " + i + ", " + hex(bytes), e);
      }
      long used = threads.getCurrentThreadAllocatedBytes() - before;
      most = Math.max(most, used);
      assertThat(used).as("%s, file %d, %s: bytes allocated", reader, i, hex(bytes)).isLessThan(MOST_BYTES);
    }
    IO.println(reader + ": " + FILES + " files, " + sentences + " refused with a sentence, at most " + (most >> 10)
        + " KB for one");
  }

  private static String hex(byte[] bytes) {
    return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 4_000));
  }

  /// Requires one line that ends as a sentence does and is written for people. A JSON file may contain the word null.
  static boolean isSentence(String text) {
    return text != null && text.length() < 1_500 && text.endsWith(".") && !text.contains("Exception")
        && text.lines().count() == 1 && !text.contains("Source:") && !text.contains("java.")
        && !text.matches(".*dropoutlab\\.(app|data|export|frame|nn|spec|train|words)\\..*");
  }
}
