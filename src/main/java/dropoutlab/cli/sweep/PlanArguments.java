package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.export.recipe.Program;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.ReadyMade;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a sweep asks: of which experiment, along which axes, with which seeds and pairs.
final class PlanArguments {
  private static final SeedRange USUAL_SEEDS = new SeedRange(1, 10);

  @Mixin private ExperimentArguments arguments;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<AxisArguments> axes = new ArrayList<>();

  @Option(names = "--seeds", paramLabel = "1..N", converter = SeedsConverter.class)
  private SeedRange seeds;

  @Option(names = "--pair", paramLabel = "twin|none|POINT")
  private String pair;

  @Option(names = "--repeats", paramLabel = "SHARE")
  private Double repeats;

  @Option(names = "--title", paramLabel = "TEXT")
  private String title;

  @Option(names = "--ready-made", paramLabel = "NAME")
  private String readyMade;

  @Option(names = "--paper")
  private boolean paper;

  /// An axis, with the paths that are tied to it.
  static final class AxisArguments {
    @Option(names = "--axis", paramLabel = "PATH=VALUES", required = true)
    private String axis;

    @Option(names = "--tie", paramLabel = "PATH=FORMULA")
    private List<String> ties = List.of();
  }

  /// Returns the sweep, checked by itself. Mistakes are [ExperimentException]s or [CallerMistake]s.
  Sweep sweep() {
    if (repeats != null && !(repeats >= 0 && repeats <= 1))
      throw new CallerMistake(Words.of("sweepcli.repeats", repeats.toString()));
    try {
      Sweep sweep = planned();
      return sweep.with(s -> s.title(title == null ? sweep.title() : title)
          .seeds(seeds == null ? sweep.seeds() : seeds).pair(pair == null ? sweep.pair() : pair())
          .repeats(repeats == null ? sweep.repeats() : repeats).engine(Program.version()));
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }

  private Sweep planned() {
    Optional<Sweep> before = PlannedBefore.named(arguments.name());
    if (before.isPresent()) {
      if (!axes.isEmpty() || readyMade != null || !arguments.changes().isEmpty())
        throw new CallerMistake(Words.of("sweepcli.again", arguments.name().orElseThrow()));
      return before.get().with(s -> s.confirmations(List.of()));
    }
    if (paper && readyMade == null) throw new CallerMistake(Words.of("sweepcli.paper"));
    if (readyMade != null) return ready();
    if (axes.isEmpty()) throw new CallerMistake(Words.of("sweepcli.no_axis"));
    Experiment experiment = arguments.experiment();
    List<Axis> read = axes.stream().map(each -> AxisText.read(each.axis, each.ties, experiment)).toList();
    return new Sweep(experiment.title(), experiment, read, USUAL_SEEDS, pair == null ? new Pair.Twin() : pair(),
        Sweep.REPEATS, List.of(), Program.version());
  }

  /// A sweep that comes with the program, of the experiment that is named or of its own.
  private Sweep ready() {
    if (!axes.isEmpty()) throw new CallerMistake(Words.of("sweepcli.again", readyMade));
    ReadyMade made = ReadyMade.named(readyMade);
    if (arguments.named() && paper) throw new CallerMistake(Words.of("sweepcli.paper.named", readyMade));
    if (arguments.named()) return made.of(arguments.experiment(), Program.version());
    Sweep sweep = paper ? made.paper(Program.version()) : made.small(Program.version());
    return sweep.withExperiment(arguments.changed(sweep.experiment()));
  }

  private Pair pair() {
    return switch (pair.strip()) {
      case "twin" -> new Pair.Twin();
      case "none" -> new Pair.None();
      default -> new Pair.Of(pair.strip());
    };
  }
}
