package dropoutlab.export.picture;

import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;

public final class FramesFolder {
  private FramesFolder() {}
  public static void write(Film film, Path folder, ProgressMonitor watch) throws IOException { throw new IOException("not yet"); }
}
