package dropoutlab.cli;

import dropoutlab.export.onnx.OnnxFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a trained network as ONNX.
@Command(name = "export-onnx", mixinStandardHelpOptions = true)
final class ExportOnnxCommand implements Callable<Integer> {
  @Mixin private TrainedArguments trained;

  @Option(names = "--out", paramLabel = "FILE.onnx", required = true)
  private Path file;

  @Override public Integer call() {
    trained.write(file, OnnxFile::bytes);
    return DropoutLab.DONE;
  }
}
