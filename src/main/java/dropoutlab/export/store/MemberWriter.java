package dropoutlab.export.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes named members into one zip file, the same bytes for the same members. They are stored and not compressed:
/// trained weights are noise to a compressor, which would save 7 % of them and take 30 times as long as the disk.
final class MemberWriter implements Closeable {
  /// The times of the members tell nothing, and say so.
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final StringBuilder checksums = new StringBuilder();

  MemberWriter(OutputStream out) { zip = new ZipOutputStream(out, StandardCharsets.UTF_8); }

  void add(String name, String text) throws IOException { add(name, text.getBytes(StandardCharsets.UTF_8)); }

  void add(String name, byte[] bytes) throws IOException {
    checksums.append(Checksum.of(bytes)).append("  ").append(name).append('\n');
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /// Adds the checksums of all members so far, in the form that `sha256sum --check` reads.
  void seal(String name) throws IOException { add(name, checksums.toString()); }

  @Override public void close() throws IOException { zip.close(); }
}
