package dropoutlab.export.python;

import dropoutlab.export.store.NumbersArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Debian's PyTorch, which runs exported scripts.
final class Torch {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path RUNNER = Path.of("src/test/python/run_scripts.py");
  private static final long MINUTES = 10;

  private Torch() {}

  /// Without dropout in single or in double precision, or with it.
  enum How { NONE, DOUBLE, DROPOUT }

  /// Whether it is on this machine.
  static boolean isThere() throws IOException, InterruptedException {
    if (!Files.isExecutable(PYTHON)) return false;
    Process asked = new ProcessBuilder(PYTHON.toString(), "-c", "import torch, numpy").redirectErrorStream(true).start();
    asked.getInputStream().readAllBytes();
    return asked.waitFor() == 0;
  }

  static Path write(Path folder, String name, PythonScript script) throws IOException {
    Files.write(folder.resolve(name + ".npz"), NumbersArchive.bytes(script.tables()));
    return Files.writeString(folder.resolve(name + ".py"), script.text());
  }

  /// Returns for each script its losses after so many steps, an object with `train` and `validation`.
  static List<JsonNode> run(int steps, How how, List<Path> scripts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString(), RUNNER.toString(), String.valueOf(steps), how.name().toLowerCase(Locale.ROOT)));
    scripts.forEach(script -> command.add(script.toString()));
    Path errors = scripts.getFirst().resolveSibling("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0)
      throw new AssertionError("A script failed after " + out.lines().count() + " of " + scripts.size() + ": " + Files.readString(errors));
    return out.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }
}
