package dropoutlab.cli;

import dropoutlab.export.Drafts;
import dropoutlab.export.onnx.OnnxFile;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes a trained network as ONNX.
@Command(name = "export-onnx", mixinStandardHelpOptions = true)
final class ExportOnnxCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrainedArguments trained;

  @Option(names = "--out", paramLabel = "FILE.onnx", required = true)
  private Path file;

  @Override public Integer call() {
    Outputs.requireFile("--out", file);
    byte[] bytes = OnnxFile.bytes(trained.model());
    Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(file, bytes);
        drafts.commit();
      }
    });
    spec.commandLine().getOut().println(Words.of("cli.export.written", file));
    return DropoutLab.DONE;
  }
}
