package dropoutlab.ui.export;

import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.GifFile;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;
import dropoutlab.export.recipe.Board;
import dropoutlab.export.recipe.Caption;
import dropoutlab.export.recipe.Program;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.RenderLine;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// From what is chosen to what is drawn: the one place where the sheet meets recipes. For any thread.
final class Studio {
  private static final int MOST_REMEMBERED = 24;
  private static final double SMALL_LINES = 9;

  private final Taken taken;
  private final Map<Subject, Figure> figures = new LinkedHashMap<>(16, .75f, true) {
    @Override protected boolean removeEldestEntry(Map.Entry<Subject, Figure> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };
  private volatile WindowPicture window;

  Studio(Taken taken) { this.taken = taken; }

  Taken taken() { return taken; }

  void window(WindowPicture picture) { window = picture; }

  boolean knowsWindow() { return window != null; }

  /// The page as it is written: the window has its own pixels.
  Page page(Order order) {
    return order.what() == What.WINDOW && window != null ? window.page(taken.theme()) : order.page();
  }

  /// Whether there is such a file of what is chosen: only a run moves, and a window is pixels.
  boolean can(Format format, Order order) {
    return switch (format) {
      case PNG -> true;
      case SVG, PDF, CSV -> order.what() != What.WINDOW;
      case GIF, FRAMES -> order.what() != What.WINDOW && !taken.isOfBenches();
    };
  }

  List<Format> formats(Order order) {
    return order.setup().formats().stream().filter(format -> can(format, order)) .toList();
  }

  /// What the files of a format are called: the numbers of a workspace stand in a file for each figure that has some.
  List<String> names(Format format, Order order, String base) {
    Optional<Figure> board = format == Format.CSV && order.what() == What.WORKSPACE ? known(subject(order))
        : Optional.empty();
    List<String> parts = board.filter(Board.class::isInstance).map(Board.class::cast).map(Board::parts)
        .orElse(List.of()).stream()
        .filter(part -> part.figure().table().isPresent()).map(part -> base + "-" + part.name() + "." + format.id())
            .toList();
    return parts.isEmpty() ? List.of(base + "." + format.id()) : parts;
  }

  Subject subject(Order order) {
    if (order.what() == What.WINDOW)
      return new Subject.OfWindow(taken.experiment(), taken.moment(OptionalInt.empty()), taken.workspace());
    if (order.what() == What.FIGURE && taken.exhibit(order.figure()).isPresent()) return taken.exhibit(order.figure())
        .get().subject();
    String name = order.what() == What.FIGURE ? order.figure() : "workspace-" + taken.workspace();
    Map<String, String> options = new LinkedHashMap<>(taken.optionsOf(name));
    Over over = order.animation().over();
    if (order.still().isEmpty()) return new Subject.OfRun(taken.experiment(), taken.moment(OptionalInt.empty()), name,
        options);
    int at = (int) order.still().getAsDouble();
    if (over == Over.PASSES) options.put("passes", Integer.toString(at));
    Moment moment = switch (over) {
      case EPOCHS -> taken.moment(OptionalInt.of(at));
      case BATCHES -> new Moment(at, Phase.UPDATE, OptionalInt.empty());
      case PASSES, P -> taken.moment(OptionalInt.empty());
    };
    return new Subject.OfRun(taken.experiment(), moment, name, options);
  }

  Recipe recipe(Order order) {
    boolean moves = formats(order).stream().anyMatch(Format::moves);
    return new Recipe(Program.version(), subject(order), page(order), order.setup().caption()
        && order.what() != What.WINDOW,
        moves ? Optional.of(order.animation()) : Optional.empty());
  }

  /// The still picture.
  Sheet sheet(Order order, ProgressMonitor watch) {
    Recipe recipe = recipe(order);
    return Redraw.sheet(recipe, figure(recipe.subject(), watch), caption(order));
  }

  String caption(Order order) {
    if (taken.isNothing()) return "";
    return switch (subject(order)) {
      case Subject.OfRun run -> Caption.of(run, taken.data());
      case Subject.OfBench bench -> Caption.of(bench);
      case Subject.OfSweep sweep -> Caption.of(sweep);
      case Subject.OfWindow _ -> "";
    };
  }

  private Optional<Figure> known(Subject subject) {
    synchronized (figures) {
      return Optional.ofNullable(figures.get(subject));
    }
  }

  private Figure figure(Subject subject, ProgressMonitor watch) {
    Optional<Figure> known = known(subject);
    if (known.isPresent()) return known.get();
    Figure made = switch (subject) {
      case Subject.OfWindow _ -> window;
      case Subject.OfBench _, Subject.OfSweep _ -> taken.exhibit(subject.name()).orElseThrow().figure();
      case Subject.OfRun run -> Redraw.figure(run, taken.frame(run.moment(), watch), taken.data(), taken.base(), watch);
    };
    synchronized (figures) {
      figures.put(subject, made);
    }
    return made;
  }

  Film film(Order order, ProgressMonitor watch) {
    return Redraw.film(recipe(order.withStill(OptionalDouble.empty())), taken.moments(watch), taken.data(),
        taken.base(), watch);
  }

  /// The film with other frames, as small pictures: strong lines, and words that only hint at themselves.
  List<Sheet> frames(Order order, double[] places, ProgressMonitor watch) {
    Recipe bare = recipe(order.with(o -> o.still(OptionalDouble.empty()).setup(o.setup().withCaption(false)))
        .withPage(page -> page.with(p -> p.wordsPt(0).lines(SMALL_LINES))));
    List<Figure> all = new ArrayList<>();
    Ranges ranges = Ranges.NONE;
    for (double at : places) {
      Animation alone = order.animation().with(film -> film.from(at).to(at));
      Film one = Redraw.film(bare.withAnimation(Optional.of(alone)), taken.moments(watch), taken.data(), taken.base(),
          watch);
      all.add(one.sheet().apply(0).figure());
      ranges = ranges.joined(Ranged.of(all.getLast()));
      watch.done(all.size() / (double) places.length);
    }
    List<Sheet> sheets = new ArrayList<>();
    for (Figure figure : all) sheets.add(Redraw.sheet(bare, Ranged.within(figure, ranges), ""));
    return sheets;
  }

  /// The command that makes the same files.
  RenderLine command(Order order, List<String> files) {
    return RenderLine.of(recipe(order), Optional.ofNullable(taken.data()), files.stream().map(Path::of).toList());
  }

  /// A film is at most so wide.
  static int filmWidth(Page page) { return Math.min(GifFile.MOST_WIDE, page.widthPixels()); }

  static int filmHeight(Page page) {
    return (int) Math.round(filmWidth(page) * (double) page.heightPixels() / page.widthPixels());
  }
}
