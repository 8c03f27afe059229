package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Program;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.RenderLine;
import dropoutlab.export.recipe.Shoot;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The command that a recipe is equivalent to. Oracle: run as it stands, it writes the same bytes.
class RenderLineTest extends Commands {
  private static final Experiment MOONS = Presets.load("two-moons").withTraining(Presets.load("two-moons").training()
      .withEpochs(3));
  private static final Page SMALL = Page.ofPixels(240, 160, 1, Theme.LIGHT);

  private static Moment end(Experiment experiment) { return Redraw.end(experiment, StartedData.load(experiment,
      Path.of(""))); }

  private static Recipe of(Experiment experiment, Moment moment, String figure, Map<String, String> options,
      Page page) {
    return new Recipe(Program.version(), new Subject.OfRun(experiment, moment, figure, options), page, false,
        Optional.empty());
  }

  private static Optional<DataSet> data(Recipe recipe) {
    return recipe.subject() instanceof Subject.OfRun run ? Optional.of(StartedData.load(run.experiment(),
        Path.of(""))) : Optional.empty();
  }

  /// Writes the files of a recipe, runs its line for others, and compares them.
  private String same(Recipe recipe, String... names) throws IOException {
    List<Path> first = List.of(names).stream().map(name -> dir.resolve("first-" + name)).toList();
    List<Path> again = List.of(names).stream().map(name -> dir.resolve("again-" + name)).toList();
    Shoot.write(first, () -> Redraw.sheet(recipe, Path.of(""), ProgressMonitor.NOBODY),
        () -> Redraw.film(recipe, Path.of(""), ProgressMonitor.NOBODY), ProgressMonitor.NOBODY);
    RenderLine line = RenderLine.of(recipe, data(recipe), again);
    if (line.experiment().isPresent())
      Files.writeString(Path.of(line.experiment().get()), ExperimentJson.write(((Subject.OfRun) recipe.subject())
      .experiment()));
    Result result = run(line.arguments().toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    for (int i = 0; i < first.size(); i++)
      assertThat(Files.readAllBytes(again.get(i))).as("%s: %s", names[i], line.text())
      .isEqualTo(Files.readAllBytes(first.get(i)));
    requireShell(line);
    return line.text().replace(dir.toString() + "/again-", "");
  }

  /// A shell takes the text apart into the very words.
  private static void requireShell(RenderLine line) throws IOException {
    if (!Files.isExecutable(Path.of("/bin/sh"))) return;
    Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\n' " + line.text()).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList())
        .isEqualTo(line.words());
  }

  @Test void aPresetIsCalledByItsName() throws IOException {
    assertThat(same(of(MOONS, end(MOONS), "loss", Map.of("log", "true"), SMALL), "loss.png", "loss.svg", "loss.pdf",
        "loss.gif"))
        .startsWith("dropout-lab render two-moons --epochs 3 --figure loss ").contains("--log")
        .contains("--size 240x160 --scale 1");
    Experiment whole = Presets.load("noisy-line");
    assertThat(RenderLine.of(of(whole, end(whole), "mc", Map.of(), Page.of(Purpose.OWN)),
        data(of(whole, end(whole), "mc", Map.of(), SMALL)),
        List.of(Path.of("a.png"))).text()).isEqualTo("dropout-lab render noisy-line --figure mc --out a.png");
  }

  @Test void changesOfAPresetAreSet() throws IOException {
    Experiment changed = ExperimentJson.with(MOONS, List.of("network.hidden.0.drop=0.5", "optimiser.type=sgd",
        "seed=3"));
    String line = same(of(changed, end(changed), "masks", Map.of(), SMALL), "m.png");
    assertThat(line.replace("\\\n  ", "")).contains("two-moons --set network.hidden.0.drop=0.5")
        .contains("--set seed=3").contains("--epochs 3");
  }

  @Test void anExperimentOfItsOwnIsReadFromAFileBeside() throws IOException {
    Experiment pinned = MOONS.withInterventions(List.of(new Intervention.SetDropRates(4, List.of(0.0, 0.5, 0.2)),
        new Intervention.SetPin(6, 1, 2, Pin.DROPPED)));
    assertThat(same(of(pinned, end(pinned), "network", Map.of(), SMALL), "pinned.png")).contains("pinned.json");
  }

  @Test void anyMomentIsReached() throws IOException {
    assertThat(same(of(MOONS, new Moment(7, Phase.MASK, OptionalInt.empty()), "network", Map.of(), SMALL), "n.png"))
        .contains("--step 7:mask");
    assertThat(same(of(MOONS, new Moment(9, Phase.UPDATE, OptionalInt.of(1)), "learned", Map.of(), SMALL), "l.png"))
        .contains("--step 9").contains("--past 1");
  }

  @Test void pagesOptionsAndFilmsAreSaid() throws IOException {
    Page page = Page.of(Purpose.SLIDE).with(p -> p.widthCm(10).heightCm(7.3).dpi(60).wordsPt(9).lines(.8)
        .theme(Theme.DARK).transparent(true));
    Recipe still = of(MOONS, end(MOONS), "mc-passes", Map.of("passes", "9", "probe", "0.5,-1"), page).withCaption(true);
    assertThat(same(still, "p.png", "p.pdf")).contains("--for slide-4:3").contains("--size 10x7.3cm")
        .contains("--dpi 60").contains("--words 9")
        .contains("--lines 0.8").contains("--theme dark").contains("--transparent").contains("--caption")
        .contains("--probe 0.5,-1");
    Animation film = new Animation(Animation.Over.EPOCHS, 0, 3, 1.0, 10, 1, false);
    assertThat(same(of(MOONS, end(MOONS), "loss", Map.of(), SMALL).withAnimation(Optional.of(film)), "f.gif"))
        .contains("--animate epochs=0..3").contains("--fps 10").contains("--last 1").contains("--once");
    for (Animation each : List.of(new Animation(Animation.Over.BATCHES, 4, 8, 2, 12, 2, true),
        new Animation(Animation.Over.PASSES, 1, 9, 4, 12, 2, true),
        new Animation(Animation.Over.P, 0, .5, .25, 12, 2, true)))
      same(of(MOONS, end(MOONS), "mc-passes", Map.of("passes", "5"), SMALL).withAnimation(Optional.of(each)), "g.gif");
  }

  @Test void aBenchHasItsControls() throws IOException {
    Recipe bench = new Recipe(Program.version(), new Subject.OfBench("equalise", List.of("p=0.3", "seed=3")), SMALL,
        true, Optional.empty());
    assertThat(same(bench, "b.png", "b.svg"))
        .startsWith("dropout-lab render --figure equalise --set p=0.3 --set seed=3");
  }

  @Test void awkwardNamesAreQuoted() {
    RenderLine line = RenderLine.of(of(MOONS, end(MOONS), "loss", Map.of("network", "it's B"), SMALL),
        Optional.empty(), List.of(Path.of("a b.png")));
    assertThat(line.text()).contains("'it'\\''s B'").contains("'a b.png'");
  }

  @Test void aPictureIsDrawnAgainByItsName() throws IOException {
    good("render two-moons --epochs 2 --figure loss --size 200x150 --out DIR/a.png --out DIR/a.svg");
    good("render DIR/a.png --out DIR/b.png --out DIR/b.svg");
    assertThat(dir.resolve("b.png")).hasSameBinaryContentAs(dir.resolve("a.png"));
    assertThat(dir.resolve("b.svg")).hasSameBinaryContentAs(dir.resolve("a.svg"));
    good("render DIR/a.png --theme dark --out DIR/dark.png");
    Recipe dark = RecipeFiles.read(dir.resolve("dark.png")), light = RecipeFiles.read(dir.resolve("a.png"));
    assertThat(dark).isEqualTo(light.withPage(light.page().withTheme(Theme.DARK)));
    Result told = run("recipe DIR/a.png");
    assertThat(told.out()).contains("64 examples").contains("dropout-lab render two-moons --epochs 2 --figure loss");
    assertThat(run("recipe DIR/a.png --json").out()).contains("\"format\": \"dropout-lab-recipe\"");
  }
}
