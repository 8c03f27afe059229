package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// Films of a run: each picture is the figure at another epoch, after another batch, of so many passes, or of a run
/// with another p. Before the first picture all are looked at once, so that the axes and colour scales of each are
/// those of them all.
final class Films {
  /// So many weights of all frames together are kept, which is 128 MB of them.
  private static final long MOST_WEIGHTS = 1L << 25;

  private final Recipe recipe;
  private final Subject.OfRun run;
  private final Animation animation;
  private final Moments moments;
  private final DataSet data;
  private final Path base;
  private final ProgressMonitor watch;
  private final Batches batches;
  private final String text;
  private final String caption;
  private final Map<Integer, Frame> trained = new HashMap<>();
  private Ranges ranges = Ranges.NONE;
  private Sheet first;

  /// @param base the folder from which relative paths of data start
  Films(Recipe recipe, Moments moments, DataSet data, Path base, ProgressMonitor watch) {
    this.recipe = recipe;
    run = (Subject.OfRun) recipe.subject();
    animation = recipe.animation().orElseThrow();
    this.moments = moments;
    this.data = data;
    this.base = base;
    this.watch = watch;
    batches = new Batches(run.experiment(), data, watch);
    text = RecipeText.write(recipe);
    caption = recipe.caption() ? Caption.of(run, data) : "";
    require(run, animation, data);
  }

  static void requireMoving(Recipe recipe) {
    if (recipe.animation().isPresent()) throw new ExperimentException(Words.of("recipe.film.bench"));
  }

  /// What can be said before a training.
  static void require(Subject.OfRun run, Animation animation, DataSet data) {
    int frames = animation.frames();
    if (frames > Film.MOST_FRAMES || frames < 1)
      throw new ExperimentException(Words.of("recipe.film.frames", Film.MOST_FRAMES));
    boolean whole = animation.over() != Animation.Over.P;
    if (whole && (!isWhole(animation.from()) || !isWhole(animation.to()) || !isWhole(animation.every())
        || animation.from() < 0))
      throw new ExperimentException(Words.of("recipe.film.whole"));
    FigureKind.named(run.figure()).filter(kind -> kind.source() instanceof Source.OfCritique
        || kind.source() instanceof Source.OfSeeds
        || kind.source() instanceof Source.OfExample).ifPresent(kind -> {
          throw new ExperimentException(Words.of("recipe.film.still", kind.id()));
        });
    long batches = batches(run.experiment(), data), epochs = run.moment().step() / batches;
    switch (animation.over()) {
      case EPOCHS -> {
        if (animation.to() > epochs) throw new ExperimentException(Words.count("recipe.film.epochs", epochs,
            Math.round(animation.to())));
      }
      case BATCHES -> { }
      case PASSES -> {
        if (animation.from() < 1 || animation.to() > Sampling.MOST_PASSES)
          throw new ExperimentException(Words.of("recipe.film.passes", Sampling.MOST_PASSES));
      }
      case P -> {
        if (animation.from() < 0 || animation.to() >= 1) throw new ExperimentException(Words.of("recipe.film.p"));
        if (run.experiment().network().dropRates().size() == 1)
            throw new ExperimentException(Words.of("recipe.film.no_p"));
      }
    }
  }

  private static boolean isWhole(double value) { return value == Math.rint(value); }

  /// How many batches an epoch has.
  static long batches(Experiment experiment, DataSet data) {
    return Math.ceilDiv(data.train().size(), experiment.training().batch());
  }

  Film film() {
    int frames = animation.frames();
    // A picture that is alone, or whose axes do not follow its values, needs no look at the others.
    if (frames > 1 && figure(0) instanceof Ranged) for (int i = 0; i < frames; i++) {
      if (watch.abandoned()) throw new CancellationException();
      ranges = ranges.joined(Ranged.of(figure(i)));
      watch.done((i + 1.0) / frames);
    }
    return new Film(frames, this::sheet, animation.perSecond(), animation.lastSeconds(), animation.loop());
  }

  /// Of the first picture writers ask again and again.
  private synchronized Sheet sheet(int frame) {
    if (frame > 0) return made(frame);
    if (first == null) first = made(0);
    return first;
  }

  private Sheet made(int frame) {
    Figure figure = Ranged.within(figure(frame), ranges);
    return new Sheet(figure, Board.page(figure, recipe.page()), caption, text);
  }

  private Figure figure(int frame) {
    double at = animation.at(frame);
    return switch (animation.over()) {
      case EPOCHS -> figure(run, asItWas(moments.past((int) at), (int) at));
      case BATCHES -> figure(run, batches.after((long) at));
      case PASSES -> figure(run.withOptions(with(Long.toString((long) at))), present());
      case P -> figure(run, trained(frame));
    };
  }

  private Figure figure(Subject.OfRun asked, Frame frame) { return Redraw.figure(asked, frame, data, base, quiet()); }

  private Map<String, String> with(String passes) {
    Map<String, String> options = new LinkedHashMap<>(run.options());
    options.put("passes", passes);
    return options;
  }

  private Frame present() {
    return run.moment().past().isPresent() ? moments.past(run.moment().past().getAsInt()) : moments.present();
  }

  /// A frame of the past as the present of its time: nothing that came later is known, and nothing is looked back at.
  private static Frame asItWas(Frame past, int epoch) {
    return past.with(frame -> frame.history(past.history().until(epoch)).scrubbed(OptionalInt.empty()));
  }

  /// The run with another p, trained as far as the first one. Small networks are kept, because each is asked for twice.
  private Frame trained(int frame) {
    Frame known = trained.get(frame);
    if (known != null) return known;
    try (Rerun other = new Rerun(Rates.with(run.experiment(), animation.at(frame)), data)) {
      other.to(new Moment(run.moment().step(), run.moment().phase(), OptionalInt.empty()), quiet());
      Frame made = other.present();
      if (weights(made) * animation.frames() <= MOST_WEIGHTS) trained.put(frame, made);
      return made;
    }
  }

  private static long weights(Frame frame) {
    return frame.networks().stream().map(NetworkState::weights).mapToLong(all -> Stream.of(all.weights(), all.biases(),
        all.body())
        .flatMap(List::stream).mapToLong(Matrix::size).sum()).sum();
  }

  private ProgressMonitor quiet() { return Parts.part(watch, 0, 0); }

  /// The run after any batch. Going on from the last one asked for is cheap; going back begins anew.
  private static final class Batches {
    private final Experiment experiment;
    private final DataSet data;
    private final ProgressMonitor watch;
    private Rerun rerun;

    Batches(Experiment experiment, DataSet data, ProgressMonitor watch) {
      this.experiment = experiment;
      this.data = data;
      this.watch = watch;
    }

    Frame after(long step) {
      if (rerun == null || rerun.moment().step() > step) {
        rerun = Rerun.inTurn(experiment, data);
      }
      rerun.to(new Moment(step, Phase.UPDATE, OptionalInt.empty()), Parts.part(watch, 0, 0));
      return rerun.present();
    }
  }
}
