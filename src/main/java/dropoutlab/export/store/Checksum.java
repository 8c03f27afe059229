package dropoutlab.export.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of bytes, in hexadecimal as `sha256sum` writes it.
final class Checksum {
  private static final int CHUNK = 1 << 16;

  private Checksum() {}

  static String of(byte[] bytes) { return HexFormat.of().formatHex(digest().digest(bytes)); }

  static byte[] raw(String text) { return digest().digest(text.getBytes(StandardCharsets.UTF_8)); }

  static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) digest.update(chunk, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
