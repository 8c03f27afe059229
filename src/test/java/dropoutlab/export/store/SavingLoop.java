package dropoutlab.export.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Saves and keeps a run without pause, and says on the standard output what is on the disk, until it is killed. The
/// step of each run is the time at which it was made, in milliseconds.
final class SavingLoop {
  private SavingLoop() {}

  /// @param arguments the file to save, and the folder for recovery
  static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Autosave autosave = new Autosave(Path.of(arguments[1]));
    SavedRun light = Saves.light("two-moons", 0);
    for (int i = 0; ; i++) {
      long now = System.currentTimeMillis();
      if (i % 3 == 0) autosave.keep(whole(light, now));
      else autosave.keep(light.withStep(now));
      say("kept", now);
      if (i % 2 > 0) continue;
      long then = System.currentTimeMillis();
      RunFile.write(file, whole(light, then));
      say("saved", then);
    }
  }

  private static SavedRun whole(SavedRun light, long step) {
    return light.with(run -> run.step(step).checkpoint(Optional.of(Saves.checkpoint(step))).history("epoch\n" + step + "\n"));
  }

  private static void say(String what, long step) {
    IO.println(what + " " + step);
    System.out.flush();
  }
}
