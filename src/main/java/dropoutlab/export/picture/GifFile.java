package dropoutlab.export.picture;

import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.util.Optional;

public final class GifFile {
  private GifFile() {}
  public static byte[] bytes(Sheet sheet) throws IOException { throw new IOException("not yet"); }
  public static byte[] bytes(Film film, ProgressMonitor watch) throws IOException { throw new IOException("not yet"); }
  public static Optional<String> recipe(byte[] bytes) { return Optional.empty(); }
}
