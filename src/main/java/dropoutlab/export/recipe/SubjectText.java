package dropoutlab.export.recipe;

import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The subject of a recipe as JSON. `kind` says which: "run", "bench", "sweep" or "window". The experiment is that of its own
/// file, so that experiments of earlier versions are read here, too.
final class SubjectText {
  private static final String SUBJECT = "subject", EXPERIMENT = "subject.experiment";
  private static final String RUN = "run", BENCH = "bench", SWEEP = "sweep", WINDOW = "window";

  private SubjectText() {}

  private record Run(String kind, String figure, Map<String, String> options, long step, Phase phase, Integer past,
                     JsonNode experiment) {}

  private record OnBench(String kind, String bench, List<String> changes) {}

  private record OnSweep(String kind, String figure, String measure, String folder, JsonNode sweep) {}

  private record Window(String kind, String workspace, long step, Phase phase, Integer past, JsonNode experiment) {}

  static JsonNode tree(Subject subject) {
    return StrictJson.treeOf(switch (subject) {
      case Subject.OfRun run -> new Run(RUN, run.figure(), run.options(), run.moment().step(), run.moment().phase(),
          past(run.moment()), StrictJson.treeOf(run.experiment()));
      case Subject.OfBench(String bench, List<String> changes) -> new OnBench(BENCH, bench, changes);
      case Subject.OfSweep sweep -> new OnSweep(SWEEP, sweep.figure(), sweep.measure(), sweep.folder(),
          StrictJson.parse(sweep.sweep(), SWEEP));
      case Subject.OfWindow window -> new Window(WINDOW, window.workspace(), window.moment().step(), window.moment()
          .phase(),
          past(window.moment()), StrictJson.treeOf(window.experiment()));
    });
  }

  private static Integer past(Moment moment) { return moment.past().isPresent() ? moment.past().getAsInt() : null; }

  static Subject subject(JsonNode given, String name) {
    if (!(given instanceof ObjectNode tree)) throw new ExperimentException(Words.of("recipe.no_subject", name));
    String kind = tree.path("kind").stringValue(null), at = Words.of("recipe.part_of", name, SUBJECT);
    if (!tree.has("past")) tree.putNull("past");
    if (kind != null) switch (kind) {
      case RUN -> {
        Run run = bound(tree, Run.class, at);
        require(run.figure(), name, "figure");
        require(run.options(), name, "options");
        return new Subject.OfRun(experiment(run.experiment(), name), moment(run.step(), run.phase(), run.past(), name),
            run.figure(),
            run.options());
      }
      case BENCH -> {
        tree.remove("past");
        OnBench bench = bound(tree, OnBench.class, at);
        require(bench.bench(), name, "bench");
        require(bench.changes(), name, "changes");
        return new Subject.OfBench(bench.bench(), bench.changes());
      }
      case SWEEP -> {
        tree.remove("past");
        OnSweep sweep = bound(tree, OnSweep.class, at);
        require(sweep.figure(), name, "figure");
        require(sweep.measure(), name, "measure");
        require(sweep.folder(), name, "folder");
        if (!(sweep.sweep() instanceof ObjectNode asked)) throw RecipeText.missing(name, "subject.sweep");
        SweepJson.read(asked.toString(), Words.of("recipe.part_of", name, "subject.sweep"));
        return new Subject.OfSweep(asked.toString(), sweep.folder(), sweep.figure(), sweep.measure());
      }
      case WINDOW -> {
        Window window = bound(tree, Window.class, at);
        require(window.workspace(), name, "workspace");
        return new Subject.OfWindow(experiment(window.experiment(), name),
            moment(window.step(), window.phase(), window.past(), name), window.workspace());
      }
      default -> { }
    }
    throw RecipeText.unknown(name, "subject.kind", kind, List.of(RUN, BENCH, SWEEP, WINDOW));
  }

  private static <T> T bound(ObjectNode tree, Class<T> kind, String at) {
    try {
      return StrictJson.bind(tree, kind);
    } catch (ExperimentException e) {
      throw new ExperimentException(at + "." + e.getMessage(), e);
    }
  }

  private static void require(Object part, String name, String key) {
    if (part == null) throw RecipeText.missing(name, "subject." + key);
  }

  private static Experiment experiment(JsonNode tree, String name) {
    if (!(tree instanceof ObjectNode)) throw RecipeText.missing(name, EXPERIMENT);
    return ExperimentJson.read(tree.toString(), Words.of("recipe.part_of", name, EXPERIMENT));
  }

  private static Moment moment(long step, Phase phase, Integer past, String name) {
    require(phase, name, "phase");
    if (step < 0 || past != null && past < 0) throw new ExperimentException(Words.of("recipe.moment", name));
    return new Moment(step, phase, past == null ? OptionalInt.empty() : OptionalInt.of(past));
  }
}
