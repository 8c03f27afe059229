package dropoutlab.cli;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Queries;
import dropoutlab.run.CriticsBench;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains without a window and draws one figure into a file. Needs no display.
@Command(name = "render", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

  private static final int CELLS = 120;

  enum Look { LIGHT, DARK }

  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--figure", paramLabel = "NAME", required = true)
  private String figureName;

  @Option(names = "--size", paramLabel = "WxH", defaultValue = "900x600")
  private String size;

  @Option(names = "--scale", paramLabel = "K", defaultValue = "2")
  private double scale;

  @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light")
  private Look look;

  @Option(names = "--passes", paramLabel = "T", defaultValue = "100")
  private int passes;

  @Option(names = "--example", paramLabel = "N", defaultValue = "1")
  private int example;

  @Option(names = "--network", paramLabel = "NAME", defaultValue = Beside.OWN)
  private String network;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "10")
  private int seeds;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path file;

  @Override public Integer call() {
    Optional<Bench> bench = Benches.named(figureName);
    FigureKind kind = bench.isPresent() ? null : kind();
    Matcher wanted = SIZE.matcher(size);
    if (!wanted.matches()) throw new CallerMistake(Words.of("cli.render.size", size));
    int width = Integer.parseInt(wanted.group(1)), height = Integer.parseInt(wanted.group(2));
    checkFile(width, height);
    Figure figure = bench.isPresent() ? bench(bench.get()) : figure(kind);
    Theme theme = look == Look.DARK ? Theme.DARK : Theme.LIGHT;
    Outputs.saving(file, () -> PictureFiles.write(figure, theme, width, height, scale, file));
    return DropoutLab.DONE;
  }

  /// Draws what a bench finds; `--set` changes its controls, and its seed.
  private Figure bench(Bench bench) {
    if (arguments.named()) throw new CallerMistake(Words.of("cli.render.bench", bench.id()));
    try (Stop stop = new Stop()) {
      return BenchFigures.of(BenchArguments.find(bench, BenchArguments.settings(bench, arguments.changes(), null), stop)
          .picture(), Showing.PRINT);
    }
  }

  private Figure figure(FigureKind kind) {
    Experiment experiment = arguments.experiment();
    DataSet data = arguments.load(experiment);
    checkChoice(data);
    return switch (kind.source()) {
      case Source.OfCritique(var draw) -> draw.apply(critique(experiment));
      case Source.OfSeeds(var draw) -> draw.apply(seeds(experiment), Drawing.print(data, experiment, example - 1));
      case Source.OfFrame _, Source.OfAnswer _, Source.OfMethods _, Source.OfExample _ -> trained(kind, experiment, data);
    };
  }

  /// The critics' bench has data and networks of its own: only the seed is the experiment's.
  private static Critique critique(Experiment experiment) {
    CriticsBench.Request standard = CriticsBench.Request.standard();
    return CriticsBench.measure(new CriticsBench.Request(standard.p(), standard.passes(), experiment.seed()),
        ProgressMonitor.NOBODY);
  }

  private Replicates seeds(Experiment experiment) {
    Replicates found = Seeds.train(experiment, SeedRuns.FIRST, seeds, spec.commandLine().getOut());
    if (found.all().size() < seeds) throw new CallerMistake(Words.of("cli.render.stopped"));
    return found;
  }

  private Figure trained(FigureKind kind, Experiment experiment, DataSet data) {
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      // Whether the figure fits the data is told before a long training.
      draw(kind, training.present(network), data);
      training.run(stop, spec.commandLine().getOut(), Training.onTerminal());
      if (stop.asked()) throw new CallerMistake(Words.of("cli.render.stopped"));
      training.failure().ifPresent(failure -> {
        throw new CallerMistake(failure.cause() + " " + failure.advice());
      });
      return draw(kind, training.present(network), data);
    }
  }

  private Figure draw(FigureKind kind, Frame frame, DataSet data) {
    kind.misfit(frame, data).ifPresent(sentence -> { throw new CallerMistake(sentence); });
    Drawing on = Drawing.print(data, frame.experiment(), example - 1);
    // Exact Bayes stands among the scores, and not over the band.
    Asked asked = Asked.of(data, new Sampling(passes, true, OptionalDouble.empty()), CELLS, example - 1)
        .with(a -> a.bayes(a.bayes() && kind != FigureKind.MC_BAND && kind != FigureKind.MC));
    return switch (kind.source()) {
      case Source.OfFrame(var draw) -> draw.apply(frame, on);
      case Source.OfExample(var draw) -> draw.apply(data, example - 1);
      case Source.OfAnswer _ -> Queries.answer(frame, data, kind.query(asked))
          .flatMap(answer -> kind.of(answer.result(), on)).orElseThrow();
      case Source.OfMethods(var draw) -> draw.of(frame, Queries.answer(frame, data, new Query.OfMethods(example - 1))
          .map(Answer::result).map(Evidence.class::cast), on);
      case Source.OfCritique _, Source.OfSeeds _ ->
          throw new IllegalStateException("This figure is not drawn of a frame.");
    };
  }

  private FigureKind kind() {
    List<String> ids = Stream.concat(Arrays.stream(FigureKind.values()).map(FigureKind::id), Benches.ids().stream()).toList();
    return FigureKind.named(figureName).orElseThrow(() ->
        new CallerMistake(Words.of("cli.render.figure", figureName, Suggestion.among(figureName, ids))));
  }

  private void checkChoice(DataSet data) {
    if (passes < 1 || passes > Sampling.MOST_PASSES)
      throw new CallerMistake(Words.of("cli.passes", Sampling.MOST_PASSES, passes));
    if (example < 1 || example > data.shown().size())
      throw new CallerMistake(Words.of("cli.render.example", data.shownAs(), data.shown().size(), example));
  }

  /// All that can be known of the picture before a long training.
  private void checkFile(int width, int height) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg"))
      throw new CallerMistake(Words.of("cli.render.ending", file));
    Outputs.requireFile("--out", file);
    double longest = Math.max(width, height) * scale, shortest = Math.min(width, height) * scale;
    if (!(shortest >= 1 && longest <= PictureFiles.LARGEST_SIDE))
      throw new CallerMistake(Words.of("cli.render.side", PictureFiles.LARGEST_SIDE));
  }
}
