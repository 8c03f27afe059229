package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.export.PictureFiles;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Queries;
import dropoutlab.run.CriticsBench;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Suggestion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains without a window and draws one figure into a file. Needs no display.
@Command(name = "render", mixinStandardHelpOptions = true,
    description = "Trains an experiment and draws a figure of it.")
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

  private static final int CELLS = 120;

  enum Look { LIGHT, DARK }

  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--figure", paramLabel = "NAME", required = true, description = "See: dropout-lab list figures.")
  private String figureName;

  @Option(names = "--size", paramLabel = "WxH", defaultValue = "900x600", description = "The figure's size, in which "
      + "its type has 12 to 13 pixels. Default: ${DEFAULT-VALUE}.")
  private String size;

  @Option(names = "--scale", paramLabel = "K", defaultValue = "2", description = "Enlarges the whole picture and keeps "
      + "it crisp. Default: ${DEFAULT-VALUE}.")
  private double scale;

  @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light",
      description = "Default: ${DEFAULT-VALUE}.")
  private Look look;

  @Option(names = "--passes", paramLabel = "T", defaultValue = "100", description = "Of MC dropout, 1 to 10000. "
      + "Default: ${DEFAULT-VALUE}.")
  private int passes;

  @Option(names = "--example", paramLabel = "N", defaultValue = "1", description = "Which validation example (of "
      + "the training data where nothing is held out) the figures of one example are about, counted from 1. Default: "
      + "${DEFAULT-VALUE}.")
  private int example;

  @Option(names = "--network", paramLabel = "NAME", defaultValue = Beside.OWN, description = "Which network the "
      + "figure is of: the name of one beside. Default: the experiment's own.")
  private String network;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "A .png or .svg file.")
  private Path file;

  @Override public Integer call() {
    FigureKind kind = kind();
    Matcher wanted = SIZE.matcher(size);
    if (!wanted.matches()) throw new CallerMistake("--size: expected WIDTHxHEIGHT as in 900x600, but is " + size + ".");
    int width = Integer.parseInt(wanted.group(1)), height = Integer.parseInt(wanted.group(2));
    checkFile(width, height);
    Experiment experiment = arguments.experiment();
    DataSet data = arguments.load(experiment);
    checkChoice(data);
    Figure figure = kind.source() instanceof Source.OfCritique critique ? critique.draw().apply(critique(experiment))
        : trained(kind, experiment, data);
    Theme theme = look == Look.DARK ? Theme.DARK : Theme.LIGHT;
    Outputs.saving(file, () -> PictureFiles.write(figure, theme, width, height, scale, file));
    return DropoutLab.DONE;
  }

  /// The bench has data and networks of its own: only the seed is the experiment's.
  private static Critique critique(Experiment experiment) {
    CriticsBench.Request standard = CriticsBench.Request.standard();
    return CriticsBench.measure(new CriticsBench.Request(standard.p(), standard.passes(), experiment.seed()),
        ProgressMonitor.NOBODY);
  }

  private Figure trained(FigureKind kind, Experiment experiment, DataSet data) {
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      // Whether the figure fits the data is told before a long training.
      draw(kind, training.present(network), data);
      training.run(stop, spec.commandLine().getOut(), Training.onTerminal());
      if (stop.asked()) throw new CallerMistake("Stopped: nothing was drawn.");
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
      case Source.OfAnswer _ -> Queries.answer(frame, data, kind.query(asked)).flatMap(answer -> kind.of(answer.result(), on)).orElseThrow();
      case Source.OfCritique _ -> throw new IllegalStateException("The bench is not drawn of a frame.");
    };
  }

  private FigureKind kind() {
    List<String> ids = Arrays.stream(FigureKind.values()).map(FigureKind::id).toList();
    return FigureKind.named(figureName).orElseThrow(() ->
        new CallerMistake("There is no figure \"" + figureName + "\"" + Suggestion.among(figureName, ids)));
  }

  private void checkChoice(DataSet data) {
    if (passes < 1 || passes > Sampling.MOST_PASSES)
      throw new CallerMistake("--passes: T must be from 1 to " + Sampling.MOST_PASSES + ", but is " + passes + ".");
    if (example < 1 || example > data.shown().size())
      throw new CallerMistake("--example: the " + data.shownAs() + " data have the examples 1 to " + data.shown().size()
          + ", but it is " + example + ".");
  }

  /// All that can be known of the picture before a long training.
  private void checkFile(int width, int height) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg"))
      throw new CallerMistake("--out: the file's name must end in .png or .svg, but is " + file + ".");
    Outputs.requireFile("--out", file);
    double longest = Math.max(width, height) * scale, shortest = Math.min(width, height) * scale;
    if (!(shortest >= 1 && longest <= PictureFiles.LARGEST_SIDE))
      throw new CallerMistake("--size and --scale: each side of the picture must have 1 to " + PictureFiles.LARGEST_SIDE
          + " pixels.");
  }
}
