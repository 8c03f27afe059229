package dropoutlab.app;

import dropoutlab.cli.DropoutLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Trains every experiment file of a folder in one virtual machine, each into a folder with the name of its file.
final class TrainAll {
  private TrainAll() {}

  /// @param args the folder of the experiments, and the folder to write to
  public static void main(String[] args) throws IOException {
    PrintWriter out = new PrintWriter(System.out, true);
    List<Path> experiments;
    try (var files = Files.list(Path.of(args[0]))) {
      experiments = files.sorted().toList();
    }
    for (Path each : experiments) {
      String name = each.getFileName().toString().replace(".json", "");
      String[] line = {"train", each.toString(), "--out", Path.of(args[1], name).toString()};
      int code = DropoutLab.run(line, out, out);
      if (code != 0) System.exit(code);
    }
  }
}
