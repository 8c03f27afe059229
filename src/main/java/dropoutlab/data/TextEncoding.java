package dropoutlab.data;

import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Finds out from the first bytes of a file how it encodes characters.
final class TextEncoding {
  /// The encoding that is assumed for a text that is not UTF-8.
  static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int SEEN_BYTES = 4096;

  private TextEncoding() {}

  /// Decides by the byte order mark or by the zeros of UTF-16; otherwise it assumes UTF-8, which only reading can
  /// confirm.
  static Charset of(CsvText source) {
    byte[] head = head(source);
    refuseOthers(head, source.name());
    if (begins(head, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    if (begins(head, 0xFF, 0xFE, 0, 0)) return Charset.forName("UTF-32LE");
    if (begins(head, 0, 0, 0xFE, 0xFF)) return Charset.forName("UTF-32BE");
    if (begins(head, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    if (begins(head, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) if (head[i] == 0) zeros[i % 2]++;
    // A table is mostly digits; in UTF-16 every other byte of these is zero, and in no other encoding is any.
    if (zeros[0] == 0 && zeros[1] > head.length / 4) return StandardCharsets.UTF_16LE;
    if (zeros[1] == 0 && zeros[0] > head.length / 4) return StandardCharsets.UTF_16BE;
    return StandardCharsets.UTF_8;
  }

  private static byte[] head(CsvText source) {
    try (InputStream in = source.open()) {
      return in.readNBytes(SEEN_BYTES);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
  }

  /// Refuses files of other kinds that people take for tables.
  private static void refuseOthers(byte[] head, String name) {
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 0xD0, 0xCF, 0x11, 0xE0))
      throw new DataException(Words.of("data.csv.spreadsheet", name));
    if (begins(head, 0x1F, 0x8B)) throw new DataException(Words.of("data.csv.packed", name));
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
    return true;
  }
}
