package dropoutlab.sweep;

import java.nio.file.Path;

/// A program that trains what is missing in a folder, and then ends. Others kill it.
public final class SweepLoop {
  private SweepLoop() {}

  public static void main(String[] arguments) throws Exception {
    SweepFolder folder = SweepFolder.open(Path.of(arguments[0]));
    IO.println("begun");
    LocalEngine engine = Sweeps.run(folder, Integer.parseInt(arguments[1]));
    IO.println(engine.state().phase() + engine.state().problem());
  }
}
