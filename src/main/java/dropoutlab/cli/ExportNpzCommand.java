package dropoutlab.cli;

import dropoutlab.export.store.WeightsFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the weights of a trained network for NumPy.
@Command(name = "export-npz", mixinStandardHelpOptions = true)
final class ExportNpzCommand implements Callable<Integer> {
  @Mixin private TrainedArguments trained;

  @Option(names = "--out", paramLabel = "FILE.npz", required = true)
  private Path file;

  @Override public Integer call() {
    trained.write(file, WeightsFile::npz);
    return DropoutLab.DONE;
  }
}
