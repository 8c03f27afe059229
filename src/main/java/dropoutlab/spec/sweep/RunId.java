package dropoutlab.spec.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By what a run is known: the first 64 bits of SHA-256 over the canonical experiment (without title and card, which
/// change no bit), the contents of its data files, and the version of the engine. Equal experiments have the same id
/// and are trained once.
public record RunId(long bits) {
  private static final int DIGITS = 16;

  /// @param data a fingerprint of the files that the experiment reads, "" if it reads none
  public static RunId of(Experiment experiment, String data, String engine) {
    String canonical = StrictJson.compact(experiment.with(e -> e.title("").card(null)));
    try {
      // No line break can stand in the canonical text, so that the three parts cannot run into each other.
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(String.join("\n", canonical, data, engine).getBytes(StandardCharsets.UTF_8));
      return new RunId(ByteBuffer.wrap(hash).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Reads 16 hexadecimal digits.
  public static RunId parse(String text) {
    if (!text.matches("[0-9a-f]{" + DIGITS + "}")) throw new IllegalArgumentException(Words.of("sweepspec.run", text));
    return new RunId(HexFormat.fromHexDigitsToLong(text));
  }

  @Override public String toString() { return HexFormat.of().toHexDigits(bits); }
}
