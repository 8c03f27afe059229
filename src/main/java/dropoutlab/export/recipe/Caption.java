package dropoutlab.export.recipe;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Beside;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.ReadyMade;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a recipe says to people, in up to five sentences: the data, the network, how it learned, and where to find it.
public final class Caption {
  private Caption() {}

  /// @param data of the run; null where they cannot be read, and their sizes are not told
  public static String of(Subject subject, DataSet data) {
    return switch (subject) {
      case Subject.OfRun run -> of(run, data);
      case Subject.OfWindow window -> of(window.experiment(), window.moment(), "", Optional.ofNullable(data));
      case Subject.OfBench bench -> of(bench);
      case Subject.OfSweep sweep -> of(sweep);
    };
  }

  /// The optimiser by its name.
  public static String optimiser(OptimiserSpec optimiser) { return CaptionNetwork.optimiser(optimiser); }

  public static String of(Subject.OfRun run, DataSet data) {
    return of(run.experiment(), run.moment(), asked(run.figure(), run.options()), Optional.ofNullable(data));
  }

  private static String of(Experiment experiment, Moment moment, String asked, Optional<DataSet> data) {
    return String.join(" ", Words.of("recipe.caption.data", experiment.title(), CaptionData.of(experiment, data)),
        Words.of("recipe.caption.sentence", network(experiment, data)),
        Words.of("recipe.caption.sentence", training(experiment, moment, data) + asked),
        Words.of("recipe.caption.program", Program.version(), ExperimentCode.of(experiment)));
  }

  private static String network(Experiment experiment, Optional<DataSet> data) {
    StringBuilder text = new StringBuilder(CaptionNetwork.of(experiment, data));
    if (experiment.training().twin()) text.append(Words.of("recipe.caption.twin"));
    List<String> beside = experiment.beside().stream().map(Beside::name).toList();
    if (!beside.isEmpty()) text.append(Words.of(beside.size() == 1 ? "recipe.caption.beside.one"
        : "recipe.caption.beside.other", Words.list(beside)));
    return text.toString();
  }

  private static String training(Experiment experiment, Moment moment, Optional<DataSet> data) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.of("recipe.caption.optimiser", CaptionNetwork.optimiser(experiment.optimiser()),
        Numbers.brief(experiment.optimiser().learningRate())));
    addRegularisers(parts, experiment.regulariser());
    parts.add(Words.of("recipe.caption.batch", experiment.training().batch()));
    parts.add(when(experiment, moment, data));
    EarlyStoppingSpec stopping = experiment.training().earlyStopping();
    if (stopping.on()) parts.add(Words.count("recipe.caption.stopping", stopping.patience()));
    int hands = experiment.interventions().size();
    if (hands > 0) parts.add(Words.count("recipe.caption.hands", hands));
    return Words.parted(parts);
  }

  private static void addRegularisers(List<String> parts, RegulariserSpec penalties) {
    if (penalties.l1() > 0) parts.add(Words.of("recipe.caption.l1", Numbers.brief(penalties.l1())));
    if (penalties.l2() > 0) parts.add(Words.of("recipe.caption.l2", Numbers.brief(penalties.l2())));
    if (penalties.maxNorm() > 0) parts.add(Words.of("recipe.caption.max_norm", Numbers.brief(penalties.maxNorm())));
    if (penalties.labelSmoothing() > 0) parts.add(Words.of("recipe.caption.smoothing",
        Numbers.brief(penalties.labelSmoothing())));
  }

  /// How far it was trained, and whether it is looked back at.
  private static String when(Experiment experiment, Moment moment, Optional<DataSet> data) {
    int planned = experiment.training().epochs();
    if (data.isEmpty()) return Words.count("recipe.caption.epochs", planned);
    long batches = Films.batches(experiment, data.get()), epoch = moment.step() / batches;
    long batch = moment.step() % batches;
    if (moment.past().isPresent()) return Words.of("recipe.caption.past", moment.past().getAsInt(), epoch);
    if (batch > 0 || moment.phase() != Phase.UPDATE) return Words.of("recipe.caption.step", moment.step(), epoch + 1);
    return epoch == planned ? Words.count("recipe.caption.epochs", epoch) : Words.of("recipe.caption.epoch", epoch,
        planned);
  }

  /// What else the figure was asked.
  private static String asked(String figure, Map<String, String> typed) {
    FigureOptions options;
    try {
      options = FigureOptions.of(typed);
    } catch (IllegalArgumentException e) {
      return "";
    }
    Optional<FigureKind> kind = FigureKind.named(figure);
    StringBuilder text = new StringBuilder();
    if (kind.filter(Caption::takesPasses).isPresent() || figure.equals(Workspace.UNCERTAINTY.id())
        || figure.equals(Workspace.TRAIN.id()))
      text.append(Words.count("recipe.caption.passes", options.passes()));
    if (options.ensemble() > 0) text.append(Words.count("recipe.caption.members", options.ensemble()));
    if (kind.filter(FigureKind.SEEDS::equals).isPresent()) text.append(Words.count("recipe.caption.seeds",
        options.seeds()));
    if (!options.network().equals(Beside.OWN)) text.append(Words.of("recipe.caption.of", options.network()));
    return text.toString();
  }

  private static boolean takesPasses(FigureKind kind) {
    return kind.source() instanceof Source.OfAnswer && !kind.id().startsWith(FigureKind.LEARNED.id());
  }

  /// What was asked; of a ready-made sweep also what the paper found.
  public static String of(Subject.OfSweep subject) {
    Sweep sweep = SweepJson.read(subject.sweep(), subject.folder());
    String asked = Words.of("recipe.caption.sweep", sweep.title(), Words.parted(sweep.axes().stream().map(Axis::path).toList()),
        sweep.points(), sweep.seeds().first(), sweep.seeds().last());
    Stream<String> paper = ReadyMade.all().stream().filter(each -> each.title().equals(sweep.title())).map(ReadyMade::caption);
    return Stream.of(Stream.of(asked), paper, Stream.of(Words.of("recipe.caption.program_alone", sweep.engine())))
        .flatMap(sentences -> sentences).collect(Collectors.joining(" "));
  }

  public static String of(Subject.OfBench subject) {
    if (subject.bench().equals(Workspace.THEORY.id()))
      return String.join(" ", Words.of("recipe.caption.theory"), Words.of("recipe.caption.program_alone",
          Program.version()));
    Optional<Bench> bench = Benches.named(subject.bench());
    List<String> sentences = new ArrayList<>();
    sentences.add(bench.map(each -> Words.of("recipe.caption.bench", each.card().name(), sentence(each.card().claim()
        .text())))
        .orElse(subject.bench()));
    sentences.add(subject.changes().isEmpty() ? Words.of("recipe.caption.sides")
        : Words.of("recipe.caption.sides.set", Words.parted(subject.changes())));
    sentences.add(Words.of("recipe.caption.program_alone", Program.version()));
    return String.join(" ", sentences);
  }

  private static String sentence(String text) { return text.matches("(?s).*[.!?]$") ? text : text + "."; }
}
