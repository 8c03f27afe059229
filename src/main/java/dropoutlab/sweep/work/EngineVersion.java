package dropoutlab.sweep.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The version of what computes the bits: another one may round differently. It is the version of the program, and for
/// a program that was not packaged a digest of the classes that take part.
public final class EngineVersion {
  private static final List<String> PARTS = List.of("math", "nn", "data", "train", "predict", "spec");
  /// It asks, but computes nothing.
  private static final String NO_PART = "dropoutlab/spec/sweep/";
  private static final int DIGITS = 12;

  private EngineVersion() {}

  private static final class Holder {
    private static final String CURRENT = found();
  }

  public static String current() { return Holder.CURRENT; }

  private static String found() {
    String version = EngineVersion.class.getPackage().getImplementationVersion();
    return version != null ? version : "dev-" + digest();
  }

  private static String digest() {
    try {
      Path from = Path.of(EngineVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(from)) return digest(from);
      try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + from.toUri()), java.util.Map.of())) {
        return digest(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(Path root) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String part : PARTS)
      try (Stream<Path> files = Files.walk(root.resolve("dropoutlab").resolve(part))) {
        for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
          if (root.relativize(each).toString().replace('\\', '/').startsWith(NO_PART)) continue;
          digest.update(Files.readAllBytes(each));
        }
      }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
