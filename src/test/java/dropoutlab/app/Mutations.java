package dropoutlab.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes a file as chance, a bad copy or a careless editor would.
final class Mutations {
  private static final String SIGNS = "0123456789-+.,;\"\n\r\t {}[]eE";

  private final Random random;
  private final List<String> words;
  private final Pattern token;

  /// @param words the words of the format, which may be inserted anywhere
  /// @param token the pieces of which a text of the format consists; two changes in three replace one such piece
  Mutations(long seed, List<String> words, Pattern token) {
    random = new Random(seed);
    this.words = words;
    this.token = token;
  }

  Mutations(long seed, List<String> words) { this(seed, words, null); }

  Random random() { return random; }

  <T> T one(List<T> of) { return of.get(random.nextInt(of.size())); }

  /// Returns one of the seeds with one to eight changes; half of the time with one.
  byte[] of(List<byte[]> seeds) {
    byte[] file = one(seeds).clone();
    for (int n = random.nextBoolean() ? 1 : 1 + random.nextInt(8); n > 0; n--) file = changed(file, seeds);
    return file;
  }

  private byte[] changed(byte[] file, List<byte[]> seeds) {
    if (token != null && random.nextInt(3) > 0) return retold(file);
    int at = random.nextInt(file.length + 1), end = Math.min(file.length, at + random.nextInt(24));
    byte[] part = Arrays.copyOfRange(file, at, end);
    return switch (random.nextInt(9)) {
      case 0 -> flipped(file);
      case 1 -> replaced(file, at, at, new byte[] {(byte) random.nextInt(256)});
      case 2 -> replaced(file, at, end, new byte[0]);
      case 3 -> replaced(file, at, at, part);
      case 4 -> Arrays.copyOf(file, at);
      case 5 -> spliced(file, at, one(seeds));
      case 6 -> replaced(file, at, Math.min(file.length, at + 1), new byte[] {(byte) SIGNS.charAt(random.nextInt(
          SIGNS.length()))});
      case 7 -> replaced(file, at, random.nextBoolean() ? at : end, one(words).getBytes(StandardCharsets.UTF_8));
      default -> moved(file, at, end);
    };
  }

  /// Replaces a piece by a word or by another piece; meanwhile each byte of the file is one character.
  private byte[] retold(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<MatchResult> pieces = token.matcher(text).results().toList();
    if (pieces.isEmpty()) return flipped(file);
    MatchResult piece = one(pieces);
    String by = random.nextBoolean() ? one(pieces).group()
        : new String(one(words).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return (text.substring(0, piece.start()) + by + text.substring(piece.end())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] flipped(byte[] file) {
    if (file.length == 0) return file;
    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    return file;
  }

  private byte[] moved(byte[] file, int from, int to) {
    byte[] part = Arrays.copyOfRange(file, from, to), rest = replaced(file, from, to, new byte[0]);
    int at = random.nextInt(rest.length + 1);
    return replaced(rest, at, at, part);
  }

  private byte[] spliced(byte[] file, int at, byte[] other) {
    int from = random.nextInt(other.length + 1);
    return replaced(file, at, file.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, from);
    out.writeBytes(by);
    out.write(file, to, file.length - to);
    return out.toByteArray();
  }
}
