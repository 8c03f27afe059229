package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.Examples;
import dropoutlab.export.Drafts;
import dropoutlab.export.EvaluationFile;
import dropoutlab.export.Model;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.Evaluation;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a trained model on examples with known targets: with masks off, and by the mean over passes with dropout
/// on.
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private static final double LEAST_TAU = 1e-100;
  private static final double MOST_TAU = 1e100;
  private static final int MOST_TAUS = 100;

  @Spec private CommandSpec spec;
  @Mixin private PassArguments arguments;
  @Mixin private DataArguments data;

  @Option(names = "--data", paramLabel = "TEST", required = true)
  private Path dataFile;

  @Option(names = "--tau", paramLabel = "V", split = ",")
  private List<Double> taus = List.of();

  @Option(names = "--tau-from", paramLabel = "VALID.csv")
  private Path tauFile;

  @Option(names = "--out", paramLabel = "metrics.json", required = true)
  private Path outFile;

  @Override public Integer call() {
    check();
    Model model = arguments.model();
    checkTau(model);
    Predictor predictor = arguments.predictor(model);
    Examples examples = read(dataFile, model);
    EvaluationFile file = evaluated(model, predictor, examples);
    Outputs.saving(outFile, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(outFile, file.text());
        drafts.commit();
      }
    });
    EvaluationTable.print(spec.commandLine().getOut(), file, dataFile);
    return DropoutLab.DONE;
  }

  private void check() {
    arguments.check();
    for (double tau : taus) checkTau(tau);
    if (taus.size() > MOST_TAUS)
      throw new CallerMistake(Words.of("cli.tau.many", MOST_TAUS, taus.size()));
    if (!taus.isEmpty() && tauFile != null)
      throw new CallerMistake(Words.of("cli.tau.twice"));
    Outputs.requireFile("--out", outFile);
    Outputs.requireOther("--out", outFile, dataFile, arguments.modelFile());
    Outputs.requireOther("--out", outFile, data.files());
    if (tauFile != null) Outputs.requireOther("--out", outFile, tauFile);
  }

  private static void checkTau(double tau) {
    if (!(tau > 0)) throw new CallerMistake(Words.of("cli.tau.positive", Precise.all(tau)));
    if (!(tau >= LEAST_TAU && tau <= MOST_TAU))
      throw new CallerMistake(Words.of("cli.tau.range", Precise.all(LEAST_TAU), Precise.all(MOST_TAU),
          Precise.all(tau)));
  }

  private void checkTau(Model model) {
    boolean given = !taus.isEmpty(), asked = given || tauFile != null;
    String option = given ? "--tau" : "--tau-from";
    Path modelFile = arguments.modelFile();
    if (asked && model.isOfClasses())
      throw new CallerMistake(Words.of("cli.tau.classes", option, modelFile));
    if (given && model.learnsNoise())
      throw new CallerMistake(Words.of("cli.tau.learnt", modelFile));
    if (tauFile != null && arguments.rescaled())
      throw new CallerMistake(Words.of("cli.tau.rescaled"));
    if (!asked && !model.isOfClasses() && model.noise().deterministic().sd() * model.noise().mcDropout().sd() == 0)
      throw new CallerMistake(Words.of("cli.tau.none", modelFile));
    arguments.checkNoise(model);
  }

  private Examples read(Path file, Model model) { return data.examples(file, model).examples(); }

  private List<MethodNoise> noises(Model model) {
    if (tauFile != null) {
      MethodNoise fitted = MethodNoise.fitted(arguments.predictor(model), read(tauFile, model), arguments.held());
      if (!fitted.isFinite()) throw CallerMistake.outOfRange(tauFile, arguments.modelFile());
      return List.of(fitted);
    }
    return taus.isEmpty() ? List.of(arguments.noise(model))
        : taus.stream().map(tau -> MethodNoise.same(1 / Math.sqrt(tau))).toList();
  }

  private String tauFrom(Model model) {
    if (model.isOfClasses()) return null;
    if (tauFile != null) return "fitted";
    if (model.learnsNoise()) return arguments.rescaled() ? "rescaled" : "learnt";
    return taus.isEmpty() ? "model" : "given";
  }

  private EvaluationFile evaluated(Model model, Predictor predictor, Examples examples) {
    try (Stop stop = new Stop()) {
      List<Evaluation.Pair> pairs = Evaluation.of(predictor, examples, noises(model), arguments.passes(),
          arguments.held(), () -> {
            if (stop.asked()) throw new CallerMistake(Words.of("cli.stopped"));
          });
      pairs.forEach(pair -> {
        requireFinite(pair.deterministic());
        requireFinite(pair.mcDropout());
      });
      return EvaluationFile.of(model, new EvaluationFile.Setting(examples.size(), arguments.passes(), arguments.held(),
          arguments.seed(model), tauFrom(model), tauFile == null ? null : tauFile.toString(), taus), pairs);
    }
  }

  private void requireFinite(Evaluation evaluation) {
    var s = evaluation.scores();
    boolean finite = evaluation.coverage()
        .map(level -> Double.isFinite(s.rmse() + s.logLikelihood() + level.meanWidth()))
        .orElseGet(() -> Double.isFinite(s.logLoss()));
    if (!finite) throw CallerMistake.outOfRange(dataFile, arguments.modelFile());
  }
}
