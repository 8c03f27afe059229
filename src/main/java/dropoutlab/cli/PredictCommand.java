package dropoutlab.cli;

import dropoutlab.data.CsvFile;
import dropoutlab.data.Words;
import dropoutlab.export.Drafts;
import dropoutlab.export.Model;
import dropoutlab.export.PredictionFile;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Predicts with a trained model: the mean over passes with dropout on and its uncertainty, and the deterministic
/// answer.
@Command(name = "predict", mixinStandardHelpOptions = true, description = "Predicts with MC dropout.", footer = {
    "", "Regression: mean, epistemic_sd, total_sd, deterministic, in the target's units.",
    "Classes: class, p_CLASS for each class, entropy, mutual_information, variation_ratio, deterministic.",
    "--passes-out has a line a row and pass: row, pass, then value or p_CLASS for each class.",
    "With fresh masks a pass is another thinned network for each row."})
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PassArguments arguments;

  @Option(names = "--data", paramLabel = "FILE.csv", required = true, description = "The inputs, named in the header "
      + "as in the training data; other columns are ignored.")
  private Path dataFile;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "Default: standard output.")
  private Path outFile;

  @Option(names = "--passes-out", paramLabel = "FILE.csv", description = "Every single pass.")
  private Path passesFile;

  @Override public Integer call() {
    check();
    Model model = arguments.model();
    arguments.checkNoise(model);
    Tensor x = CsvFile.readInputs(dataFile, model.schema());
    model.network().words().ifPresent(words -> Words.require(x, model.schema(), words.vocabulary()));
    try (Stop stop = new Stop()) {
      Outputs.saving(outFile == null ? Path.of("standard output") : outFile, () -> predict(model, x, stop));
    }
    return DropoutLab.DONE;
  }

  private void check() {
    arguments.check();
    check("--out", outFile);
    check("--passes-out", passesFile);
    if (outFile != null && passesFile != null && Outputs.same(outFile, passesFile))
      throw new CallerMistake("--out and --passes-out name the same file; name two.");
  }

  private void check(String option, Path file) {
    if (file == null) return;
    Outputs.requireFile(option, file);
    Outputs.requireOther(option, file, dataFile, arguments.modelFile());
  }

  private void predict(Model model, Tensor x, Stop stop) throws IOException {
    Predictor predictor = arguments.predictor(model);
    Noise noise = arguments.noise(model).mcDropout();
    Tensor answer = predictor.deterministic(x);
    Table deterministic = Table.copyOf(answer.data(), answer.rows(), answer.cols());
    try (Drafts drafts = new Drafts()) {
      Predictive mc = passes(model, predictor, x, drafts, stop);
      requireFinite(deterministic, mc.mean(), mc.variance());
      if (outFile == null) {
        PredictionFile.write(spec.commandLine().getOut(), model, noise, mc, deterministic);
      } else {
        PredictionFile.write(drafts.open(outFile), model, noise, mc, deterministic);
      }
      drafts.commit();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Predictive passes(Model model, Predictor predictor, Tensor x, Drafts drafts, Stop stop) throws IOException {
    var file = passesFile == null ? null : new PredictionFile.Passes(drafts.open(passesFile), model);
    return McDropout.predict(predictor, x, arguments.passes(), arguments.held(), (answer, pass) -> {
      if (stop.asked()) throw new CallerMistake("Stopped: nothing was written.");
      try {
        if (file != null) file.add(answer, pass);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void requireFinite(Table... tables) {
    for (Table table : tables)
      for (int i = 0; i < table.size(); i++)
        if (!Double.isFinite(table.get(i)))
          throw CallerMistake.outOfRange(dataFile, arguments.modelFile());
  }
}
