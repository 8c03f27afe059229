package dropoutlab.ui.export;

import dropoutlab.ui.parts.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Folders as people know them, and how a desktop opens them.
public final class Folders {
  private static final Path HOME = Path.of(System.getProperty("user.home", "/"));

  private Folders() {}

  /// A folder below the person's own begins with a tilde.
  public static String shown(Path folder) {
    if (HOME.getNameCount() == 0 || !folder.startsWith(HOME)) return folder.toString();
    Path rest = HOME.relativize(folder);
    return rest.toString().isEmpty() ? "~" : Path.of("~").resolve(rest).toString();
  }

  /// Shows a folder in the desktop's own window; `otherwise` where there is no desktop that can.
  static void open(Path folder, Runnable otherwise) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String opener = system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    boolean desktop = !opener.equals("xdg-open") || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
    Job.start("show-folder", _ -> {
      try {
        if (desktop) new ProcessBuilder(List.of(opener, folder.toString())).start();
        return desktop;
      } catch (IOException _) {
        return false;
      }
    }, opened -> { if (!opened) otherwise.run(); }, _ -> otherwise.run(), () -> {});
  }
}
