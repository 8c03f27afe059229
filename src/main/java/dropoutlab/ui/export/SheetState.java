package dropoutlab.ui.export;

import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.picture.check.Check;
import dropoutlab.export.picture.check.Checks;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;
import dropoutlab.export.recipe.RenderLine;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.util.Duration;

/// What is chosen on an open sheet, and what follows from it: the preview, the checks, the small pictures of the film
/// and the
/// sizes of the files, all computed beside the window. Lives on the FX thread.
final class SheetState implements AutoCloseable {
  private static final Duration MOMENT = Duration.millis(250), REST = Duration.millis(400);

  private final Taken taken;
  private final Studio studio;
  private final SheetMemory memory;
  private final Backstage pictures = new Backstage("export-pictures");
  private final Backstage files = new Backstage("export-files");
  private final ReadOnlyObjectWrapper<Order> order;
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview.Nothing());
  private final ReadOnlyObjectWrapper<List<Check>> checks = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NONE);
  private final ReadOnlyObjectWrapper<Map<Format, Long>> sizes = new ReadOnlyObjectWrapper<>(Map.of());
  private final PauseTransition patience = new PauseTransition(MOMENT);
  private final PauseTransition rest = new PauseTransition(REST);
  private final Player player = new Player(this);
  private final ReadOnlyObjectWrapper<OptionalDouble> training = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  /// What is played, made behind the sheet.
  private volatile Film film;
  private volatile Order filmed;
  private double share = Double.NaN;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private Glass glass;
  private StripSize stripSize;
  private Order drawn;
  private Order stripped;
  private Order measured;

  /// The small pictures of a film; a picture that is not there yet is null.
  record Strip(double[] places, Image[] pictures) {
    static final Strip NONE = new Strip(new double[0], new Image[0]);
  }

  /// How many small pictures there is room for, and how large each is, in pixels of the screen.
  record StripSize(int count, int width, int height) {}

  SheetState(Taken taken, SheetMemory memory, String figure) {
    this.taken = taken;
    this.memory = memory;
    studio = new Studio(taken);
    Setup setup = fitted(memory.last(taken.theme()));
    order = new ReadOnlyObjectWrapper<>(new Order(What.FIGURE, figure, setup, OptionalDouble.empty(), Set.of()));
    patience.setOnFinished(_ -> preview.set(new Preview.Computing(share)));
    rest.setOnFinished(_ -> measure());
    prepare();
    if (!taken.steps().isDone()) taken.steps().thenRun(() -> Platform.runLater(this::afresh));
  }

  /// A film that was kept from another run begins and ends with this one.
  private Setup fitted(Setup kept) {
    return kept.withAnimation(reach(kept.animation().over()).whole(kept.animation(), kept.animation().over()));
  }

  Taken taken() { return taken; }

  Studio studio() { return studio; }

  ReadOnlyObjectProperty<Order> order() { return order.getReadOnlyProperty(); }

  Order now() { return order.get(); }

  ReadOnlyObjectProperty<Preview> preview() { return preview.getReadOnlyProperty(); }

  ReadOnlyObjectProperty<List<Check>> checks() { return checks.getReadOnlyProperty(); }

  ReadOnlyObjectProperty<Strip> strip() { return strip.getReadOnlyProperty(); }

  /// The bytes of the files, as far as they are known.
  ReadOnlyObjectProperty<Map<Format, Long>> sizes() { return sizes.getReadOnlyProperty(); }

  Reach reach(Over over) { return Reach.of(over, taken); }

  Reach reach() { return reach(now().animation().over()); }

  /// Whether what is shown can move.
  boolean canMove() { return !taken.isNothing() && !taken.isOfBenches() && now().what() != What.WINDOW; }

  /// Changes what is chosen; empty, or in a sentence why not.
  Optional<String> change(UnaryOperator<Order> change) {
    try {
      Order next = change.apply(now());
      if (next.equals(now())) return Optional.empty();
      if (Reach.isTooLong(next.animation()) && next.animation() != now().animation())
        return Optional.of(Words.of("sheet.animation.too_many", next.animation().frames(), Film.MOST_FRAMES));
      player.stop();
      order.set(next);
      memory.keep(next.setup());
      refresh();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  Optional<String> changePage(UnaryOperator<Page> change) { return change(o -> o.withPage(change)); }

  Optional<String> changeFilm(UnaryOperator<Animation> change) { return change(o -> o.withAnimation(change)); }

  /// What is kept for a purpose that is not chosen now.
  Setup kept(Purpose purpose) { return memory.of(purpose, taken.theme()); }

  void choose(Purpose purpose) { change(o -> o.withSetup(fitted(memory.of(purpose, taken.theme())))); }

  void animate(Over over) {
    change(o -> o.withAnimation(film -> reach(over).whole(film, over)) .withStill(OptionalDouble.empty()));
  }

  /// Where the film stands still.
  double still() {
    return now().still().orElseGet(() -> switch (now().animation().over()) {
      case EPOCHS -> taken.frame().map(f -> f.scrubbed().orElse(f.progress().epoch())).orElse(0);
      case BATCHES -> reach().most();
      case PASSES -> Math.min(100, reach().most());
      case P -> taken.frame().map(f -> f.dropRates().size() > 1 ? f.dropRates().get(1) : 0.0).orElse(0.0);
    });
  }

  void stand(double at) { change(o -> o.withStill(OptionalDouble.of(reach().held(at)))); }

  /// To a frame of the film before or after.
  void go(int frames) { if (canMove()) stand(still() + frames * now().animation().every()); }

  /// Whether names, caption and command are known at once. The first time they take a while, since all presets are
  /// compared with the experiment.
  ReadOnlyBooleanProperty ready() { return ready.getReadOnlyProperty(); }

  private void prepare() {
    if (taken.isNothing()) {
      ready.set(true);
      return;
    }
    Order what = now();
    pictures.ask(Backstage.Kind.WORDS, _ -> studio.caption(what) + studio.command(what, List.of()),
        _ -> ready.set(true),
        _ -> ready.set(true), _ -> {});
  }

  String caption() { return ready.get() ? studio.caption(now()) : ""; }

  /// The command that makes the same files.
  RenderLine command() {
    return !ready.get() || taken.isNothing() ? new RenderLine(List.of(), Optional.empty())
        : studio.command(now(), Targets.of(now(), studio).pictures());
  }

  /// Looks at the picture through another glass.
  void look(Glass next) {
    if (next.equals(glass) || next.width() < 1 || next.height() < 1) return;
    glass = next;
    drawn = null;
    refresh();
  }

  void strip(StripSize next) {
    if (next.equals(stripSize)) return;
    stripSize = next;
    stripped = null;
    refresh();
  }

  Player player() { return player; }

  /// How long it takes to train a run once more, in seconds; empty where that is not known, or does not matter.
  ReadOnlyObjectProperty<OptionalDouble> training() { return training.getReadOnlyProperty(); }

  /// Shows a frame of the film in the preview.
  void showFrame(int frame, Runnable shown) {
    Order what = now();
    Glass through = glass;
    pictures.ask(Backstage.Kind.PREVIEW, monitor -> {
      if (!what.equals(filmed)) film = studio.film(what, monitor);
      filmed = what;
      Sheet sheet = film.sheet().apply(frame);
      return new Preview.Shown(Pixels.of(sheet, through), sheet, through);
    }, next -> {
      preview.set(next);
      shown.run();
    }, this::fail, _ -> {});
  }

  /// Computes everything again.
  void afresh() {
    drawn = stripped = measured = null;
    refresh();
  }

  void refresh() {
    if (taken.isNothing() && now().what() != What.WINDOW) return;
    Order picture = now().withData(Set.of());
    if (glass != null && !picture.equals(drawn)) draw(picture);
    Order film = picture.with(o -> o.still(OptionalDouble.empty()).setup(picture.setup().withFormats(Set.of(Format.GIF))
        .withAnimation(reach().whole(picture.animation(), picture.animation().over()))));
    if (stripSize != null && canMove() && !film.equals(stripped)) draw(film, stripSize);
    if (!now().equals(measured)) rest.playFromStart();
  }

  private void draw(Order what) {
    drawn = what;
    share = Double.NaN;
    patience.playFromStart();
    Glass through = glass;
    pictures.ask(Backstage.Kind.PREVIEW, monitor -> {
      Sheet sheet = studio.sheet(what, monitor);
      return new Preview.Shown(Pixels.of(sheet, through), sheet, through);
    }, this::show, this::fail, done -> share = done);
  }

  private void show(Preview.Shown shown) {
    patience.stop();
    preview.set(shown);
    pictures.ask(Backstage.Kind.CHECKS, _ -> Checks.of(shown.sheet()), checks::set, _ -> checks.set(List.of()),
        _ -> {});
  }

  private void fail(String why) {
    patience.stop();
    preview.set(new Preview.Failed(why));
    checks.set(List.of());
  }

  private void draw(Order film, StripSize size) {
    stripped = film;
    double[] places = reach().along(size.count());
    strip.set(new Strip(places, new Image[places.length]));
    training.set(OptionalDouble.empty());
    // Each p is a training of its own.
    if (film.animation().over() == Over.P) {
      pictures.ask(Backstage.Kind.STRIP, taken::trainingSeconds, seconds -> training.set(OptionalDouble.of(seconds)),
          _ -> {}, _ -> {});
      return;
    }
    pictures.ask(Backstage.Kind.STRIP, monitor -> {
      Image[] images = new Image[places.length];
      List<Sheet> sheets = studio.frames(film, places, monitor);
      for (int i = 0; i < places.length; i++)
        images[i] = Pixels.of(sheets.get(i), Glass.whole(size.width(), size.height()));
      return images;
    }, images -> strip.set(new Strip(places, images)), _ -> {}, _ -> {});
  }

  /// Measures how large each file will be, once nothing has been changed for a moment.
  private void measure() {
    Order what = now();
    measured = what;
    sizes.set(Map.of());
    files.ask(Backstage.Kind.SIZES, monitor -> {
      for (Format format : studio.formats(what)) {
        if (monitor.abandoned()) throw new CancellationException();
        long size = Prints.size(studio, format, what, monitor);
        Platform.runLater(() -> tell(what, format, size));
      }
      return what;
    }, _ -> {}, _ -> {}, _ -> {});
  }

  private void tell(Order what, Format format, long size) {
    if (!what.equals(measured)) return;
    Map<Format, Long> next = new EnumMap<>(Format.class);
    next.putAll(sizes.get());
    next.put(format, size);
    sizes.set(next);
  }

  @Override public void close() {
    player.stop();
    patience.stop();
    rest.stop();
    pictures.close();
    files.close();
  }
}
