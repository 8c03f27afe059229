package dropoutlab.cli.parts;

import dropoutlab.data.DataSet;
import dropoutlab.export.Drafts;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Handout;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.picture.check.Check;
import dropoutlab.export.picture.check.Checks;
import dropoutlab.export.recipe.Caption;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.Rerun;
import dropoutlab.export.recipe.Shoot;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.plot.Description;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Draws recipes into the files that were asked for: one training for all figures of a run.
public final class Drawings {
  private final PictureOutputs outputs;
  private final ProgressMonitor watch;
  private final PrintWriter out;
  private final List<Handout.Entry> entries = new ArrayList<>();
  private String title = "";

  public Drawings(PictureOutputs outputs, ProgressMonitor watch, PrintWriter out) {
    this.outputs = outputs;
    this.watch = watch;
    this.out = out;
  }

  /// Of a bench, which needs no training.
  public void draw(Recipe recipe) {
    shoot(recipe, null, () -> Redraw.sheet(recipe, Path.of(""), watch), () -> Redraw.film(recipe, Path.of(""), watch));
  }

  /// @param to the moment to train to; empty for the end of the run
  public void draw(Recipe recipe, Subject.OfRun run, DataSet data, Optional<Moment> to) {
    try (Rerun rerun = new Rerun(run.experiment(), data)) {
      Redraw.require(recipe.withSubject(run.withMoment(to.orElseGet(() -> Redraw.end(run.experiment(), data)))),
          rerun.present(), data);
      shoot(trained(recipe, run, rerun, to), rerun, data);
    }
  }

  /// Draws all figures that fit, and says which do not.
  public void drawAll(Recipe recipe, Subject.OfRun run, DataSet data, Optional<Moment> to) {
    if (recipe.animation().isPresent()) throw new CallerMistake(Words.of("cli.render.all_move"));
    outputs.folder().ifPresent(folder -> Outputs.saving(folder, () -> Files.createDirectories(folder)));
    try (Rerun rerun = new Rerun(run.experiment(), data)) {
      Redraw.require(recipe.withSubject(run.withFigure(FigureKind.LOSS.id())), rerun.present(), data);
      Recipe trained = trained(recipe, run, rerun, to);
      Frame frame = rerun.present();
      for (FigureKind kind : FigureKind.values()) {
        Optional<String> misfit = Redraw.misfit(kind, (Subject.OfRun) trained.subject(), frame, data);
        misfit.ifPresent(out::println);
        if (misfit.isEmpty()) shoot(trained.withSubject(((Subject.OfRun) trained.subject()).withFigure(kind.id())),
            rerun, data);
      }
    }
  }

  /// The recipe at the moment that the run was trained to.
  private Recipe trained(Recipe recipe, Subject.OfRun run, Rerun rerun, Optional<Moment> to) {
    to.ifPresentOrElse(moment -> rerun.to(moment, watch), () -> rerun.toEnd(watch));
    int epochs = rerun.present().progress().epoch();
    run.moment().past().ifPresent(past -> {
      if (past > epochs) throw new CallerMistake(Words.count("cli.render.no_past", epochs, past));
    });
    Moment now = rerun.moment();
    return recipe.withSubject(run.withMoment(new Moment(now.step(), now.phase(), run.moment().past())));
  }

  /// Of a sweep, whose numbers are at hand.
  ///
  /// @param told what stands below it in a handout
  public void draw(String figure, Sheet sheet, String told, String heading) {
    if (title.isEmpty()) title = heading;
    outputs.folder().ifPresent(folder -> Outputs.saving(folder, () -> Files.createDirectories(folder)));
    shoot(figure, () -> told, () -> sheet, () -> Film.still(sheet));
  }

  private void shoot(Recipe recipe, Rerun rerun, DataSet data) {
    shoot(recipe, data, () -> Redraw.sheet(recipe, rerun, data, Path.of(""), watch),
        () -> Redraw.film(recipe, rerun, data, Path.of(""), watch));
  }

  /// @param data of the run; null for a bench
  private void shoot(Recipe recipe, DataSet data, Supplier<Sheet> sheet, Supplier<Film> film) {
    if (title.isEmpty()) title = recipe.subject() instanceof Subject.OfRun run ? run.experiment().title()
        : recipe.subject().name();
    shoot(recipe.subject().name(), () -> Caption.of(recipe.subject(), data), sheet, film);
  }

  private void shoot(String name, Supplier<String> caption, Supplier<Sheet> sheet, Supplier<Film> film) {
    Optional<Sheet> told = outputs.told() || outputs.folder().isPresent() ? Optional.of(sheet.get()) : Optional.empty();
    List<Path> files = withNumbers(outputs.of(name), told);
    if (!files.isEmpty()) Outputs.saving(files.getFirst(), () -> Shoot.write(files, () -> told.orElseGet(sheet), film,
        watch));
    told.ifPresent(made -> {
      if (outputs.describes()) describe(made.figure().describe());
      if (outputs.checks()) for (Check check : Checks.of(made))
          out.println(Words.of(check.passes() ? "cli.render.passes" : "cli.render.fails", check.sentence()));
      if (outputs.handout().isPresent())
        entries.add(Handout.Entry.of(new Sheet(made.figure(), made.page(), caption.get(), made.recipe())));
    });
  }

  /// Of all figures, those without numbers have no table, and that is no mistake.
  private List<Path> withNumbers(List<Path> files, Optional<Sheet> drawn) {
    boolean without = outputs.folder().isPresent() && drawn.filter(sheet -> sheet.figure().table().isEmpty())
        .isPresent();
    return without ? files.stream().filter(file -> Shoot.format(file) != Format.CSV).toList() : files;
  }

  private void describe(Description description) {
    out.println(description.title());
    description.sentences().forEach(out::println);
  }

  /// Writes what is made of all figures together.
  public void finish() {
    outputs.handout().ifPresent(file -> Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(file, Handout.bytes(title, entries, watch));
        drafts.commit();
      }
    }));
  }
}
