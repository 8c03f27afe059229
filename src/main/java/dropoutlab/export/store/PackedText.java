package dropoutlab.export.store;

import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A short text in as few bytes as possible: deflated, with a dictionary of what settings look like. The dictionary is
/// part of the format: another one would make all codes of before unreadable.
final class PackedText {
  private static final String DICTIONARY_FILE = "/assets/share/dictionary-1.txt";
  private static final int MOST_PACKED = 1 << 12, MOST_CHARACTERS = 1 << 16;

  private PackedText() {}

  private static final class Dictionary {
    static final byte[] BYTES = read();

    private static byte[] read() {
      try (InputStream in = PackedText.class.getResourceAsStream(DICTIONARY_FILE)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Returns the packed text; of a long one the beginning, which is too long for a code all the same.
  static byte[] of(String text) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setDictionary(Dictionary.BYTES);
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      byte[] packed = new byte[MOST_PACKED];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }

  /// Returns the text. Throws an [ExperimentException] if these bytes are none, or one of a size that no code has.
  static String read(byte[] packed) {
    byte[] text = new byte[MOST_CHARACTERS];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setDictionary(Dictionary.BYTES);
      inflater.setInput(packed);
      int length = inflater.inflate(text);
      if (inflater.finished()) return new String(text, 0, length, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new ExperimentException(Words.of("store.code.damaged"), e);
    }
    throw new ExperimentException(Words.of("store.code.damaged"));
  }
}
