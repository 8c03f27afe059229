package dropoutlab.ui.export;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Words;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;

/// What is chosen on an open sheet, and what follows from it: the preview, the checks, the small pictures of the film and the
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
  private final ReadOnlyObjectWrapper<List<Studio.Check>> checks = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NONE);
  private final ReadOnlyObjectWrapper<Map<Format, Integer>> sizes = new ReadOnlyObjectWrapper<>(Map.of());
  private final PauseTransition patience = new PauseTransition(MOMENT);
  private final PauseTransition rest = new PauseTransition(REST);
  private double share = Double.NaN;
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

  ReadOnlyObjectProperty<List<Studio.Check>> checks() { return checks.getReadOnlyProperty(); }

  ReadOnlyObjectProperty<Strip> strip() { return strip.getReadOnlyProperty(); }

  /// The bytes of the files, as far as they are known.
  ReadOnlyObjectProperty<Map<Format, Integer>> sizes() { return sizes.getReadOnlyProperty(); }

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
        return Optional.of(Words.of("sheet.animation.too_many", next.animation().frames(), dropoutlab.export.picture.Film.MOST_FRAMES));
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

  void animate(Over over) { change(o -> o.withAnimation(film -> reach(over).whole(film, over)).withStill(OptionalDouble.empty())); }

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

  /// The command that makes the same files.
  String command() { return taken.isNothing() ? "" : studio.command(now(), Targets.of(now(), studio).names()); }

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

  void refresh() {
    if (taken.isNothing() && now().what() != What.WINDOW) return;
    Order picture = now().with(o -> o.data(Set.of()).setup(now().setup().withFormats(Set.of())));
    if (glass != null && !picture.equals(drawn)) draw(picture);
    Order film = picture.withStill(OptionalDouble.empty());
    if (stripSize != null && canMove() && !film.equals(stripped)) draw(film, stripSize);
    if (!now().equals(measured)) rest.playFromStart();
  }

  private void draw(Order what) {
    drawn = what;
    share = Double.NaN;
    patience.playFromStart();
    Glass through = glass;
    pictures.ask(Backstage.Kind.PREVIEW, monitor -> {
      Sheet sheet = studio.sheet(what, what.still(), monitor);
      return new Preview.Shown(image(Studio.pixels(sheet, through), through.grey()), sheet, through);
    }, this::show, this::fail, done -> share = done);
  }

  private void show(Preview.Shown shown) {
    patience.stop();
    preview.set(shown);
    pictures.ask(Backstage.Kind.CHECKS, _ -> Studio.checks(shown.sheet()), checks::set, _ -> checks.set(List.of()), _ -> {});
  }

  private void fail(String why) {
    patience.stop();
    preview.set(new Preview.Failed(why));
    checks.set(List.of());
  }

  private void draw(Order film, StripSize size) {
    stripped = film;
    double[] places = reach().along(size.count());
    Image[] images = new Image[size.count()];
    strip.set(new Strip(places, images));
    if (film.animation().over() == Over.P || film.animation().over() == Over.BATCHES) return;
    Order bare = film.withSetup(film.setup().withCaption(false));
    pictures.ask(Backstage.Kind.STRIP, monitor -> {
      for (int i = 0; i < places.length; i++) {
        // The last one first: it is what is there already.
        int at = (i + places.length - 1) % places.length;
        Image image = small(bare, places[at], size, monitor);
        synchronized (images) {
          images[at] = image;
        }
        monitor.done((i + 1.0) / places.length);
      }
      return images;
    }, _ -> strip.set(new Strip(places, copy(images))), _ -> {}, _ -> strip.set(new Strip(places, copy(images))));
  }

  private Image small(Order what, double at, StripSize size, ProgressMonitor monitor) {
    if (monitor.abandoned()) throw new CancellationException();
    Sheet sheet = studio.sheet(what, OptionalDouble.of(at), monitor);
    return image(Studio.pixels(sheet, Glass.whole(size.width(), size.height())), false);
  }

  private static Image[] copy(Image[] images) {
    synchronized (images) {
      return images.clone();
    }
  }

  /// Measures how large each file will be, once nothing has been changed for a moment.
  private void measure() {
    Order what = now();
    measured = what;
    Map<Format, Integer> found = new EnumMap<>(Format.class);
    sizes.set(Map.of());
    files.ask(Backstage.Kind.SIZES, monitor -> {
      for (Format format : what.setup().formats()) {
        if (monitor.abandoned()) throw new CancellationException();
        int size = studio.size(format, what, monitor);
        synchronized (found) {
          found.put(format, size);
        }
        monitor.done(0);
      }
      return found;
    }, this::tell, _ -> {}, _ -> tell(found));
  }

  private void tell(Map<Format, Integer> found) {
    synchronized (found) {
      sizes.set(found.isEmpty() ? Map.of() : new EnumMap<>(found));
    }
  }

  static Image image(BufferedImage picture, boolean grey) {
    int width = picture.getWidth(), height = picture.getHeight();
    int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
    if (grey) for (int i = 0; i < argb.length; i++) argb[i] = grey(argb[i]);
    WritableImage image = new WritableImage(width, height);
    image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return image;
  }

  /// As a printer without colours mixes it (ITU-R BT.601).
  private static int grey(int argb) {
    int grey = (299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255) + 500) / 1000;
    return argb & 0xFF000000 | grey << 16 | grey << 8 | grey;
  }

  @Override public void close() {
    patience.stop();
    rest.stop();
    pictures.close();
    files.close();
  }
}
