package dropoutlab.app;

import dropoutlab.cli.DropoutLab;
import java.io.PrintWriter;
import java.util.Map;
import javafx.application.Application;

/// Opens the window, or with arguments runs the command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(args, out, err, Main::openWindow));
  }

  private static void openWindow() {
    try {
      Application.launch(Class.forName("dropoutlab.ui.shell.LabApplication").asSubclass(Application.class));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this build has no window", e);
    }
  }

  /// Returns the exit code. `window` opens the window and returns when it is closed; nothing of JavaFX is loaded before.
  static int run(String[] args, PrintWriter out, PrintWriter err, Runnable window) {
    if (args.length > 0) return DropoutLab.run(args, out, err);
    if (!hasDisplay(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform"))) {
      err.println("There is no display to open the window on: log in to a desktop or set DISPLAY, or use the command line, "
          + "for example: dropout-lab train two-moons.");
      return DropoutLab.CALLERS_MISTAKE;
    }
    window.run();
    return DropoutLab.DONE;
  }

  /// Whether a window can be shown; only on Linux may a desktop be missing.
  ///
  /// @param platform JavaFX's platform where one was asked for by name, else null
  static boolean hasDisplay(String os, Map<String, String> environment, String platform) {
    if (!os.startsWith("Linux") || "Headless".equalsIgnoreCase(platform)) return true;
    return !environment.getOrDefault("DISPLAY", "").isBlank() || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }
}
