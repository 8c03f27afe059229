package dropoutlab.app;

import dropoutlab.cli.DropoutLab;
import dropoutlab.ui.shell.LabApplication;
import dropoutlab.words.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Application;

/// Opens the window, or with arguments runs the command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = terminal(new FileOutputStream(FileDescriptor.out), outCharset());
    PrintWriter err = terminal(System.err, System.err.charset());
    System.exit(run(args, out, err, () -> Application.launch(LabApplication.class)));
  }

  /// Predictions that are piped into a file or a program are in UTF-8, as all our files are; a terminal has its own
  /// charset.
  private static Charset outCharset() {
    return System.console() != null && System.console().isTerminal() ? System.out.charset() : StandardCharsets.UTF_8;
  }

  private static PrintWriter terminal(OutputStream to, Charset charset) {
    return new PrintWriter(new TerminalWriter(to, charset), true);
  }

  /// Returns the exit code. `window` opens the window and returns when it is closed; no JavaFX class is loaded before.
  /// JavaFX throws an UnsupportedOperationException if it cannot reach a display.
  static int run(String[] args, PrintWriter out, PrintWriter err, Runnable window) {
    if (args.length > 0) return DropoutLab.run(args, out, err);
    if (!hasDisplay(System.getProperty("os.name"), System.getenv(), System.getProperty("glass.platform"))) {
      err.println(Words.of("cli.window.no_display"));
      return DropoutLab.CALLERS_MISTAKE;
    }
    try {
      window.run();
      return DropoutLab.DONE;
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      err.println(Words.of("cli.window.failed", String.valueOf(e.getMessage())));
      return DropoutLab.CALLERS_MISTAKE;
    }
  }

  /// Returns whether a window can be shown; only on Linux may a desktop be missing.
  ///
  /// @param platform the JavaFX platform that was asked for by name, else null
  static boolean hasDisplay(String os, Map<String, String> environment, String platform) {
    if (!os.startsWith("Linux") || "Headless".equalsIgnoreCase(platform)) return true;
    return Stream.of("DISPLAY", "WAYLAND_DISPLAY").anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
  }
}
