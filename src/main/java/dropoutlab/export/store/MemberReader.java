package dropoutlab.export.store;

import dropoutlab.nn.build.Bytes;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads the members that a [MemberWriter] has written, and nothing else: every fault is an [ExperimentException] with
/// one sentence that names the file. Nothing is believed before it is checked: there is no memory for more than what
/// the file itself holds, whatever it says of itself.
final class MemberReader implements Closeable {
  private static final long MOST_BYTES = Integer.MAX_VALUE;
  private static final int MOST_MEMBERS = 65_535, MOST_LIST_BYTES = 16 << 20;
  /// The record at the end of a zip file without a comment; where it says how long the list of members is.
  private static final int END_BYTES = 22, END = 0x06054b50, AT_LIST_BYTES = 12, AT_COMMENT = 20;
  private static final int BEGINNING = 0x04034b50;

  private final String name;
  private final ZipFile zip;
  private final SequencedMap<String, ZipEntry> members = new LinkedHashMap<>();

  private MemberReader(Path file, ZipFile zip) throws IOException {
    name = file.toString();
    this.zip = zip;
    listMembers(Files.size(file));
  }

  static MemberReader open(Path file) {
    requireReadable(file);
    ZipFile zip = null;
    try {
      requireEnd(file);
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      return new MemberReader(file, zip);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      close(zip);
      throw new ExperimentException(Words.of("store.file.damaged_list", file), e);
    } catch (ExperimentException e) {
      close(zip);
      throw e;
    }
  }

  private static void requireReadable(Path file) {
    if (Files.isDirectory(file)) throw new ExperimentException(Words.of("store.file.folder", file));
    if (!Files.exists(file)) throw new ExperimentException(Words.of("store.file.missing", file));
    if (!Files.isRegularFile(file)) throw new ExperimentException(Words.of("store.file.irregular", file));
    if (!Files.isReadable(file)) throw new ExperimentException(Words.of("store.file.denied", file));
  }

  /// Looks at the first and the last bytes, so that neither a foreign file nor a huge list reaches the library.
  private static void requireEnd(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long size = bytes.length();
      if (size > MOST_BYTES) throw new ExperimentException(Words.of("store.file.large", file, Bytes.shown(MOST_BYTES)));
      if (size < Integer.BYTES || Integer.reverseBytes(bytes.readInt()) != BEGINNING)
        throw new ExperimentException(Words.of("store.file.none", file));
      ByteBuffer end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.seek(Math.max(0, size - END_BYTES));
      bytes.readFully(end.array(), 0, (int) Math.min(size, END_BYTES));
      if (end.getInt(0) != END || end.getShort(AT_COMMENT) != 0)
        throw new ExperimentException(Words.of("store.file.cut", file));
      if (Integer.toUnsignedLong(end.getInt(AT_LIST_BYTES)) > MOST_LIST_BYTES)
        throw new ExperimentException(Words.of("store.file.damaged_list", file));
    }
  }

  private void listMembers(long bytes) {
    if (zip.size() > MOST_MEMBERS) throw fault("store.member.many", MOST_MEMBERS);
    long sum = 0;
    for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
      if (members.put(each.getName(), each) != null) throw fault("store.member.twice", shown(each.getName()));
      if (each.getMethod() != ZipEntry.STORED || each.getCompressedSize() != each.getSize())
        throw fault("store.member.packed", shown(each.getName()));
      sum += each.getSize();
      if (each.getSize() > bytes || sum > bytes) throw fault("store.member.overlaps", shown(each.getName()));
    }
  }

  SequencedSet<String> names() { return members.sequencedKeySet(); }

  /// Requires the memory for all members, and for two more copies of the largest while it is read.
  void requireMemory() {
    long needed = members.values().stream().mapToLong(ZipEntry::getSize).sum()
        + 2 * members.values().stream().mapToLong(ZipEntry::getSize).max().orElse(0);
    long most = Runtime.getRuntime().maxMemory();
    if (needed > most) throw fault("store.file.memory", Bytes.shown(needed), Bytes.refusal(needed, most));
  }

  boolean has(String member) { return members.containsKey(member); }

  /// Reads a member, whose bits are those that were saved.
  byte[] read(String member, long mostBytes) {
    ZipEntry entry = members.get(member);
    if (entry.getSize() > mostBytes) throw fault("store.member.large", shown(member), Bytes.shown(mostBytes));
    CRC32 crc = new CRC32();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      crc.update(bytes);
      if (bytes.length == entry.getSize() && crc.getValue() == entry.getCrc()) return bytes;
    } catch (IOException e) {
      throw new ExperimentException(Words.of("store.member.damaged", name, shown(member)), e);
    }
    throw fault("store.member.damaged", shown(member));
  }

  ExperimentException fault(String key, Object... parts) {
    Object[] all = new Object[parts.length + 1];
    all[0] = name;
    System.arraycopy(parts, 0, all, 1, parts.length);
    return new ExperimentException(Words.of(key, all));
  }

  /// A name that nobody has checked yet, for a sentence.
  static String shown(String member) {
    String printable = member.replaceAll("[^\\p{Print}]", "?");
    return printable.length() <= 60 ? printable : printable.substring(0, 57) + "...";
  }

  @Override public void close() { close(zip); }

  private static void close(ZipFile zip) {
    try {
      if (zip != null) zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
