package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.DrawProgress;
import dropoutlab.cli.parts.Drawings;
import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.PageArguments;
import dropoutlab.cli.parts.PictureOutputs;
import dropoutlab.cli.parts.Reports;
import dropoutlab.data.Schema;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Caption;
import dropoutlab.export.recipe.PageWords;
import dropoutlab.export.recipe.Program;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.figure.sweep.SweepPicture;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.Suggestion;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Draws a figure of what a sweep came to so far.
@Command(name = "render", mixinStandardHelpOptions = true)
final class RenderSweepCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;
  @Mixin private PageArguments page;
  @Mixin private PictureOutputs outputs;

  @Option(names = {"--figure", "--figures"}, descriptionKey = "figure", paramLabel = "sweep|runs|pair",
      defaultValue = "sweep")
  private String name;

  @Option(names = "--measure", paramLabel = "NAME", defaultValue = "error")
  private String measure;

  @Option(names = "--point", paramLabel = "VALUE")
  private String point;

  @Override public Integer call() {
    List<SweepPicture> pictures = ALL.equals(name) ? List.of(SweepPicture.values()) : List.of(picture());
    Measure of = measure();
    outputs.check(ALL.equals(name));
    Page paper = page.page(PageWords.USUAL);
    SweepFolder opened = folder.open();
    Sweep sweep = opened.sweep();
    OptionalInt chosen = point == null ? OptionalInt.empty() : OptionalInt.of(point(sweep));
    SweepTable table = folder.reading(opened::table);
    Schema schema = StartedData.load(sweep.experiment(0, sweep.seeds().first()), Path.of("")).schema();
    SweepWords words = new SweepWords(SweepStatistics.of(table, of), schema);
    SweepLook look = SweepLook.START.with(l -> l.point(chosen));
    try (DrawProgress progress = new DrawProgress(Reports.onTerminal())) {
      Drawings drawings = new Drawings(outputs, progress, spec.commandLine().getOut());
      for (SweepPicture each : pictures)
        drawings.draw(each.id(), sheet(each, words, look, paper, of), caption(subject(each, sweep, of), words),
            sweep.title());
      drawings.finish();
    } catch (CancellationException e) {
      throw new CallerMistake(Words.of("cli.render.stopped"), e);
    }
    return Exit.DONE;
  }

  /// A picture tells what was asked: the sweep can be planned anew from it.
  private Sheet sheet(SweepPicture picture, SweepWords words, SweepLook look, Page paper, Measure of) {
    Subject.OfSweep subject = subject(picture, words.statistics().table().sweep(), of);
    Recipe recipe = new Recipe(Program.version(), subject, paper, page.caption(), Optional.empty());
    return Redraw.sheet(recipe, picture.of(words, look), caption(subject, words));
  }

  private Subject.OfSweep subject(SweepPicture picture, Sweep sweep, Measure of) {
    return new Subject.OfSweep(SweepJson.write(sweep), folder.path().toString(), picture.id(), typed(of));
  }

  /// What came out, then what was asked and with which program.
  private static String caption(Subject.OfSweep subject, SweepWords words) {
    return String.join(" ", words.finding()) + " " + Caption.of(subject);
  }

  private SweepPicture picture() {
    return SweepPicture.named(name).orElseThrow(() -> new CallerMistake(Words.of("sweepcli.figure", name,
        Suggestion.among(name, Arrays.stream(SweepPicture.values()).map(SweepPicture::id).toList()))));
  }

  private Measure measure() {
    List<String> names = Arrays.stream(Measure.values()).map(RenderSweepCommand::typed).toList();
    int at = names.indexOf(measure.strip().toLowerCase(Locale.ROOT));
    if (at < 0) throw new CallerMistake(Words.of("sweepcli.measure", measure, Suggestion.among(measure, names)));
    return Measure.values()[at];
  }

  private static String typed(Measure of) { return of.name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  /// A value of the first axis; of two axes both, as in "0.5, 1024".
  private int point(Sweep sweep) {
    List<String> labels = IntStream.range(0, sweep.points()).mapToObj(i -> Words.parted(sweep.at(i).stream()
        .map(Point::label).toList())).toList();
    int at = labels.indexOf(point.strip().replaceAll("\\s*,\\s*", Words.parted(List.of("", ""))));
    if (at < 0) throw new CallerMistake(Words.of("sweepcli.point", point, Suggestion.among(point, labels)));
    return at;
  }
}
