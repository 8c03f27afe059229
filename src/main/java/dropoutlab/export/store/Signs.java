package dropoutlab.export.store;

import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.util.Locale;

/// Bits as signs that people copy with few mistakes: Crockford's base 32, which has no I, L, O and U, and reads the
/// first three as 1, 1 and 0. <https://www.crockford.com/base32.html>
final class Signs {
  /// Bits in one sign.
  static final int BITS = 5;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;

  private Signs() {}

  /// Writes the lowest bits of a number as `count` signs.
  static String of(long bits, int count) {
    StringBuilder signs = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) signs.append(ALPHABET.charAt((int) (bits >>> BITS * i) & 31));
    return signs.toString();
  }

  /// Writes bytes; the last sign is filled up with zeros.
  static String of(byte[] bytes) {
    StringBuilder signs = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (byte each : bytes) {
      bits = bits << Byte.SIZE | each & 0xff;
      for (held += Byte.SIZE; held >= BITS; held -= BITS) signs.append(of(bits >>> held - BITS, 1));
    }
    return held == 0 ? signs.toString() : signs.append(of(bits << BITS - held, 1)).toString();
  }

  static long bits(String signs) {
    long bits = 0;
    for (char each : signs.toCharArray()) bits = bits << BITS | ALPHABET.indexOf(each);
    return bits;
  }

  static byte[] bytes(String signs) {
    byte[] bytes = new byte[signs.length() * BITS / Byte.SIZE];
    for (int i = 0; i < bytes.length; i++)
      for (int bit = Byte.SIZE * i; bit < Byte.SIZE * (i + 1); bit++)
        bytes[i] = (byte) (bytes[i] << 1 | ALPHABET.indexOf(signs.charAt(bit / BITS)) >>> BITS - 1 - bit % BITS & 1);
    return bytes;
  }

  /// Writes signs in groups with hyphens between them.
  static String grouped(String signs) { return signs.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"); }

  /// Returns the signs in what was typed or pasted: capital, without spaces, and without hyphens of any kind.
  static String read(String typed) {
    String signs = typed.replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}\u2212]+", "").toUpperCase(Locale.ROOT).replace('O', '0')
        .replace('I', '1').replace('L', '1');
    signs.codePoints().filter(sign -> ALPHABET.indexOf(sign) < 0).findFirst().ifPresent(sign -> {
      throw new ExperimentException(Words.of("store.code.sign", Character.toString(sign)));
    });
    return signs;
  }
}
