package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.InputForm;
import dropoutlab.data.NewRows;
import dropoutlab.export.Drafts;
import dropoutlab.export.Model;
import dropoutlab.export.PredictionFile;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Predicts with a trained model: the mean over passes with dropout on, its uncertainty, and the deterministic answer.
@Command(name = "predict", mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PassArguments arguments;
  @Mixin private DataArguments data;

  @Option(names = "--data", paramLabel = "FILE", required = true)
  private Path dataFile;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path outFile;

  @Option(names = "--passes-out", paramLabel = "FILE.csv")
  private Path passesFile;

  @Option(names = "--id", paramLabel = "NAME")
  private String id;

  @Option(names = "--with-inputs")
  private boolean withInputs;

  @Override public Integer call() {
    check();
    Model model = arguments.model();
    arguments.checkNoise(model);
    List<String> beside = beside(model);
    NewRows rows = data.inputs(dataFile, model, beside);
    try (Stop stop = new Stop()) {
      Path place = outFile == null ? Path.of(Words.of("cli.output.standard")) : outFile;
      Outputs.saving(place, () -> predict(model, rows, beside, stop));
    }
    return DropoutLab.DONE;
  }

  private List<String> beside(Model model) {
    Set<String> names = new LinkedHashSet<>();
    if (id != null) names.add(id);
    if (withInputs) for (InputForm.Column column : model.schema().form().columns()) names.add(column.name());
    return List.copyOf(names);
  }

  private void check() {
    arguments.check();
    check("--out", outFile);
    check("--passes-out", passesFile);
    if (outFile != null && passesFile != null && Outputs.same(outFile, passesFile))
      throw new CallerMistake(Words.of("cli.output.same"));
  }

  private void check(String option, Path file) {
    if (file == null) return;
    Outputs.requireFile(option, file);
    Outputs.requireOther(option, file, dataFile, arguments.modelFile());
    Outputs.requireOther(option, file, data.files());
  }

  private void predict(Model model, NewRows rows, List<String> beside, Stop stop) throws IOException {
    Predictor predictor = arguments.predictor(model);
    Tensor answer = predictor.deterministic(rows.x());
    Matrix deterministic = Matrix.copyOf(answer.data(), answer.rows(), answer.cols());
    try (Drafts drafts = new Drafts()) {
      Predictive mc = passes(model, predictor, rows, drafts, stop);
      requireFinite(deterministic, mc.mean(), mc.variance());
      Appendable out = outFile == null ? spec.commandLine().getOut() : drafts.open(outFile);
      PredictionFile.write(out, model, rows, beside,
          new PredictionFile.Said(arguments.noise(model).mcDropout(), mc, deterministic));
      drafts.commit();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Predictive passes(Model model, Predictor predictor, NewRows rows, Drafts drafts, Stop stop)
      throws IOException {
    var file = passesFile == null ? null : new PredictionFile.Passes(drafts.open(passesFile), model, rows);
    return McDropout.predict(predictor, rows.x(), arguments.passes(), arguments.held(), (answer, pass) -> {
      if (stop.asked()) throw new CallerMistake(Words.of("cli.stopped"));
      try {
        if (file != null) file.add(answer, pass);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void requireFinite(Matrix... tables) {
    for (Matrix table : tables)
      for (int i = 0; i < table.size(); i++)
        if (!Double.isFinite(table.get(i)))
          throw CallerMistake.outOfRange(dataFile, arguments.modelFile());
  }
}
