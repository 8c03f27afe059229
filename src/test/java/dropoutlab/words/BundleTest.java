package dropoutlab.words;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dropoutlab.card.Equations;
import dropoutlab.card.Group;
import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Norms;
import dropoutlab.data.Decimal;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Workspace;
import dropoutlab.export.store.Settings;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.sweep.SweepPicture;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Method;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.spec.Activation;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.PresetGroup;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.Setting;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.ui.saving.Continuation;
import dropoutlab.words.Sources.Call;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// Every text that the program asks for exists, every existing text is asked for, and each receives the parts that its
/// places take. Oracle: the source and the compiled classes of the program.
class BundleTest {
  private static final Path FOLDER = Path.of("assets/words");
  /// Prefixes of keys that are built while the program runs, and the constants that follow them.
  private static final Map<String, Class<? extends Enum<?>>> NAMES = Map.ofEntries(
      Map.entry("besideview.order", Norms.Order.class),
      Map.entry("data.decimal", Decimal.class),
      Map.entry("data.description", GeneratedSet.class),
      Map.entry("spec.data", GeneratedSet.class),
      Map.entry("frame.method", Method.class),
      Map.entry("catalogue.figure", FigureKind.class),
      Map.entry("card.architecture", Group.class),
      Map.entry("card.group", Group.class),
      Map.entry("card.part", Equations.Part.class),
      Map.entry("claim.group", dropoutlab.claim.Group.class),
      Map.entry("claim.verdict", Verdict.class),
      Map.entry("cli.check.glyph", Verdict.class),
      Map.entry("cli.check.sum", Verdict.class),
      Map.entry("compare.role", Replicates.Role.class),
      Map.entry("picture.format", Format.class),
      Map.entry("picture.format_says", Format.class),
      Map.entry("picture.purpose", Purpose.class),
      Map.entry("saving.continue", Continuation.class),
      Map.entry("saving.settings.motion", Settings.ReducedMotion.class),
      Map.entry("saving.settings.motion_says", Settings.ReducedMotion.class),
      Map.entry("sweepfigure.state", CellState.class),
      Map.entry("sweepfigure.picture", SweepPicture.class),
      Map.entry("sheet.over", Animation.Over.class),
      Map.entry("presets.group", PresetGroup.class),
      Map.entry("recipe.activation", Activation.class),
      Map.entry("recipe.workspace", Workspace.class),
      Map.entry("sweepspec.need", dropoutlab.spec.sweep.ReadyMade.Need.class),
      Map.entry("time.cell_name", LayerSpec.Recurrent.Cell.class),
      Map.entry("sweepview.cell", CellState.class),
      Map.entry("sweepview.measure", Measure.class),
      Map.entry("sweepview.measure_name", Measure.class),
      Map.entry("sweepview.measure_tip", Measure.class),
      Map.entry("time.place", StepMask.Place.class),
      Map.entry("variants.habitat", Habitat.class));
  private static final Map<String, List<String>> BUILT = Map.of(
      "cli.table.from.", List.of("given", "fitted", "learnt", "rescaled", "model"),
      "figure.loss.pair.", List.of("validation", "train_masked", "train", "none"),
      "figure.loss.pair.brief.", List.of("validation", "train_masked", "train", "none"),
      "time.title.", List.of("inputs", "state", "candidate", "outputs"),
      "variants.card.", List.of("why", "used", "hurts", "note", "said"));
  /// What a layer's own record calls the options of a method that drops in it.
  private static final List<String> OPTIONS_OF_LAYERS = List.of("block", "mode", "norm", "inputs", "state", "outputs",
      "tiedGates", "attentionDrop", "feedForwardDrop", "residualDrop");
  /// A library asks for these; a test of the command line checks each.
  private static final List<String> ASKED_ELSEWHERE = List.of("cli.help.");
  /// In an experiment file `data.inputs` is a path, not the key of a text.
  private static final String PATHS_OF_EXPERIMENTS = "data";

  private static Map<String, Text> texts() throws IOException {
    Map<String, Text> texts = new TreeMap<>();
    for (String file : bundles()) texts.putAll(Bundle.read(file));
    return texts;
  }

  private static List<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString().replace(".properties", "")).sorted().toList();
    }
  }

  private static List<Call> calls() throws IOException {
    List<Call> calls = new ArrayList<>();
    for (String file : Sources.files()) if (!file.equals("words/Words.java")) calls.addAll(Sources.wordsCalls(file));
    return calls;
  }

  /// Returns the literals that an argument may be: one, or those of a choice.
  private static List<String> keys(Call call) {
    List<String> first = call.arguments().getFirst();
    boolean choice = first.contains("?");
    if (first.size() > 1 && !choice) return List.of();
    return first.stream().filter(token -> token.startsWith("\"")).map(token -> token.substring(1, token.length() - 1))
        .filter(key -> !choice || key.contains(".")).toList();
  }

  private static List<String> forms(Call call, String key) {
    return call.name().equals("count") ? List.of(key + ".one", key + ".other") : List.of(key);
  }

  @Test void everyTextThatIsAskedForIsThereAndGetsWhatItsPlacesTake() throws IOException {
    Map<String, Text> texts = texts();
    List<String> faults = new ArrayList<>();
    for (Call call : calls()) {
      if (!call.name().equals("of") && !call.name().equals("count")) continue;
      for (String key : keys(call)) for (String form : forms(call, key)) {
        Text text = texts.get(form);
        if (text == null) faults.add("missing " + form + " in " + call.file());
        else if (call.arguments().size() - 1 != places(texts, call, key))
          faults.add(form + " in " + call.file() + " is given " + (call.arguments().size() - 1) + " parts");
      }
    }
    assertThat(faults).isEmpty();
  }

  /// Returns the highest place of any plural form; for a choice of keys, the highest of any of them.
  private static int places(Map<String, Text> texts, Call call, String key) {
    return keys(call).stream().flatMap(each -> forms(call, each).stream()).map(texts::get)
        .filter(text -> text != null).flatMap(text -> text.places().stream()).mapToInt(place -> place + 1).max().orElse(0);
  }

  /// For calls that pass a key to a method of the program's own, all literals that are written as keys are counted; names
  /// of files are none.
  @Test void everyLiteralThatIsWrittenAsAKeyIsOne() throws IOException {
    Map<String, Text> texts = texts();
    Set<String> unknown = new TreeSet<>();
    List<String> bundles = bundles().stream().filter(name -> !name.equals(PATHS_OF_EXPERIMENTS)).toList();
    for (String file : Sources.files())
      for (Sources.Literal literal : Sources.literals(file)) {
        String key = literal.text();
        if (!key.matches("(" + String.join("|", bundles) + ")(\\.[a-z0-9_]+)+") || key.endsWith(".json")) continue;
        boolean known = texts.containsKey(key) || texts.containsKey(key + ".one") || NAMES.containsKey(key)
            || texts.keySet().stream().anyMatch(each -> each.startsWith(key + "."));
        if (!known) unknown.add(literal.toString());
      }
    assertThat(unknown).isEmpty();
  }

  @Test void everyTextThatIsThereIsAskedFor() throws IOException {
    Set<String> asked = asked();
    Set<String> prefixes = prefixes(), suffixes = suffixes();
    List<String> idle = new ArrayList<>();
    for (String key : texts().keySet()) {
      String counted = key.replaceFirst("\\.(one|other)$", "");
      boolean built = prefixes.stream().anyMatch(key::startsWith) || ASKED_ELSEWHERE.stream().anyMatch(key::startsWith)
          || suffixes.stream().anyMatch(end ->
              key.endsWith(end) && asked.contains(key.substring(0, key.length() - end.length())));
      if (!asked.contains(key) && !asked.contains(counted) && !built) idle.add(key);
    }
    assertThat(idle).isEmpty();
  }

  /// Returns what may be the key of a text: every literal of the source.
  private static Set<String> asked() throws IOException {
    Set<String> asked = new HashSet<>();
    for (String file : Sources.files()) Sources.literals(file).forEach(literal -> asked.add(literal.text()));
    return asked;
  }

  /// Returns the beginnings of keys whose endings are known only while the program runs.
  private static Set<String> prefixes() throws IOException {
    Set<String> prefixes = new TreeSet<>();
    for (Call call : calls()) {
      List<String> key = call.arguments().getFirst();
      String literal = key.getFirst();
      if (!literal.startsWith("\"")) continue;
      String text = literal.substring(1, literal.length() - 1);
      if (call.name().equals("name")) prefixes.add(text + ".");
      else if (key.size() > 1 && key.get(1).equals("+")) prefixes.add(text);
    }
    return prefixes;
  }

  /// Returns the ends of keys that begin with the key of another text: a title's note, a method's brief form.
  private static Set<String> suffixes() throws IOException {
    Set<String> suffixes = new TreeSet<>();
    for (Call call : calls()) {
      List<String> key = call.arguments().getFirst();
      if (key.size() == 3 && key.get(1).equals("+") && key.getLast().startsWith("\"."))
        suffixes.add(key.getLast().substring(1, key.getLast().length() - 1));
    }
    return suffixes;
  }

  @Test void everyConstantThatPeopleReadHasAName() throws IOException, ClassNotFoundException {
    Map<String, Text> texts = texts();
    Map<String, List<String>> endings = new HashMap<>(BUILT);
    NAMES.forEach((prefix, type) -> endings.put(prefix + ".", constants(type)));
    endings.put("train.unsound.", constants(Class.forName("dropoutlab.train.Unsound")));
    for (String prefix : List.of("shell.look.", "shell.look_change."))
      endings.put(prefix, constants(Class.forName("dropoutlab.ui.shell.Look")));
    endings.put("saving.continue.", constants(Class.forName("dropoutlab.ui.saving.Continuation")));
    endings.put("sweepfigure.mark.", constants(Class.forName("dropoutlab.figure.sweep.RunMark")));
    endings.put("sheet.unit.", constants(Class.forName("dropoutlab.ui.export.LengthUnit")));
    for (String prefix : List.of("depth.box.", "depth.box_brief."))
      endings.put(prefix, constants(Class.forName("dropoutlab.figure.variant.sites.Flow$Layer")));
    for (String prefix : List.of("depth.place.", "depth.place_brief."))
      endings.put(prefix, constants(Class.forName("dropoutlab.figure.variant.sites.Place$Kind")));
    endings.put("time.marks.", constants(Class.forName("dropoutlab.figure.variant.time.Lane$Marking")));
    for (String prefix : List.of("shell.phase.", "shell.phase_tip.")) endings.put(prefix, constants(Phase.class));
    endings.put("theory.legend.", constants(Verdict.class));
    // Of a claim that was never computed there is nothing to count.
    endings.put("theory.score.", constants(VerdictGlyph.class).stream().filter(name -> !name.equals("unknown")).toList());
    endings.put("shell.activation.", constants(Activation.class));
    endings.put("shell.initialisation.", constants(Initialisation.class));
    // Of the last stage there is nothing to wait for.
    for (String prefix : List.of("shell.stage.", "shell.stage_brief."))
      endings.put(prefix, List.of("nothing", "loading", "building"));
    endings.put("figure.layer.", constants(LayerView.Kind.class));
    for (String prefix : List.of("trainview.measure.", "trainview.measure_tip."))
      endings.put(prefix, constants(Class.forName("dropoutlab.ui.train.UncertaintyControls$Measure")));
    endings.putAll(trainview());
    assertThat(endings.keySet()).as("prefixes that the source builds keys from").containsAll(prefixes());
    Set<String> asked = asked();
    endings.forEach((prefix, all) -> {
      assertThat(texts.keySet()).containsAll(all.stream().map(prefix::concat).toList());
      assertThat(texts.keySet().stream().filter(key -> key.startsWith(prefix) && !asked.contains(key)
          && endings.keySet().stream().noneMatch(longer -> isLonger(longer, prefix, key)))
          .map(key -> key.substring(prefix.length()))).as(prefix).isSubsetOf(all);
    });
  }

  private static boolean isLonger(String prefix, String than, String key) {
    return prefix.length() > than.length() && prefix.startsWith(than) && key.startsWith(prefix);
  }

  /// The kinds of a file and their settings are named as in the file.
  private static Map<String, List<String>> trainview() throws ClassNotFoundException {
    List<String> methods = DropoutSpec.standard().stream().map(Setting::typeOf).toList();
    Stream<String> ofMethods = Stream.concat(DropoutSpec.standard().stream(), OptimiserSpec.standard().stream())
        .flatMap(spec -> Setting.of((Object) spec).stream()).map(Setting::name).distinct()
        .filter(name -> !List.of("learningRate", "maps").contains(name));
    List<String> settings = Stream.concat(ofMethods, OPTIONS_OF_LAYERS.stream()).toList();
    List<String> schedules = ScheduleSpec.standard().stream().map(Setting::typeOf).filter(type -> !type.equals("constant"))
        .toList();
    List<String> parts = Stream.concat(ScheduleSpec.standard().stream(), Stream.of(AugmentationSpec.OFF))
        .flatMap(spec -> Setting.of((Object) spec).stream()).map(Setting::name).distinct().toList();
    List<String> choices = Stream.of(DropoutSpec.DropConnect.Inference.class, DropoutSpec.Targeted.Target.class,
        LayerSpec.Residual.DepthMode.class, LayerSpec.Encoder.Norm.class).map(BundleTest::constants).flatMap(List::stream).toList();
    List<String> layers = Stream.of(LayerSpec.class.getAnnotation(JsonSubTypes.class).value())
        .map(JsonSubTypes.Type::name).toList();
    return Map.of("trainview.method.", methods, "trainview.method_says.", methods, "trainview.setting.", settings,
        "trainview.setting_tip.", settings, "trainview.choice.", choices, "trainview.schedule.", schedules,
        "trainview.part.", parts, "trainview.layer.", layers, "trainview.cell.", constants(LayerSpec.Recurrent.Cell.class),
        "trainview.optimiser.", OptimiserSpec.standard().stream().map(Setting::typeOf).toList());
  }

  private static List<String> constants(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT)).toList();
  }

  /// A wrong part would be found only when the sentence is made, which may be years later.
  @Test void placesAreGivenStringsFilesAndWholeNumbersAlone() throws IOException {
    List<String> faults = new ArrayList<>();
    int[] parts = new int[2];
    Path classes = Path.of("target/classes/dropoutlab");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList())
        new TextParts(ClassFile.of().parse(file)).check(faults, parts);
    }
    assertThat(faults).isEmpty();
    assertThat(parts[0]).as("parts whose type can be told").isGreaterThan(9 * parts[1]);
  }
}
