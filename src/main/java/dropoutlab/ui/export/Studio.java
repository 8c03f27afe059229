package dropoutlab.ui.export;

import dropoutlab.data.DataSet;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Graphics2dPen;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Animation;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.Draw;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.ShiftedPen;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Effort;
import dropoutlab.predict.query.Queries;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;

/// From what is chosen to what is drawn and written: the one place where the sheet meets the engine's side. For threads
/// other than the window's.
final class Studio {
  private static final int MOST_REMEMBERED = 24, MOST_FILM = 1280;

  private final Taken taken;
  private final Map<Key, Figure> figures = new LinkedHashMap<>(16, .75f, true) {
    @Override protected boolean removeEldestEntry(Map.Entry<Key, Figure> eldest) { return size() > MOST_REMEMBERED; }
  };
  private volatile WindowPicture window;

  private record Key(What what, String figure, Animation.Over over, OptionalDouble at) {}

  /// A check that a picture passes or not, in a sentence.
  record Check(boolean passed, String text) {}

  Studio(Taken taken) { this.taken = taken; }

  Taken taken() { return taken; }

  void window(WindowPicture picture) { window = picture; }

  boolean knowsWindow() { return window != null; }

  /// The page as it is written: the window has its own pixels.
  Page page(Order order) {
    if (order.what() != What.WINDOW || window == null) return order.page();
    return Page.ofPixels(window.columns() / 2, window.rows() / 2, 2, order.page().theme());
  }

  Sheet sheet(Order order, OptionalDouble at, ProgressMonitor monitor) {
    String caption = order.setup().caption() && order.what() != What.WINDOW ? caption(order) : "";
    return new Sheet(figure(order, at, monitor), page(order), caption, "");
  }

  String caption(Order order) {
    return taken.frame().map(f -> f.experiment().title() + ", " + Words.of("sheet.seed", f.experiment().seed())).orElse("");
  }

  Film film(Order order, ProgressMonitor monitor) {
    Animation film = order.animation();
    return new Film(film.frames(), i -> sheet(order, OptionalDouble.of(film.at(i)), monitor), film.perSecond(), film.lastSeconds(),
        film.loop());
  }

  private Figure figure(Order order, OptionalDouble at, ProgressMonitor monitor) {
    if (order.what() == What.WINDOW) return window;
    if (taken.exhibit(order.figure()).isPresent()) return taken.exhibit(order.figure()).get().figure();
    Key key = new Key(order.what(), order.figure(), order.animation().over(), at);
    synchronized (figures) {
      Figure known = figures.get(key);
      if (known != null) return known;
    }
    Figure made = order.what() == What.WORKSPACE ? workspace(order, at, monitor) : figure(order.figure(), order, at, monitor);
    synchronized (figures) {
      figures.put(key, made);
    }
    return made;
  }

  private Figure workspace(Order order, OptionalDouble at, ProgressMonitor monitor) {
    List<Figure> all = new ArrayList<>();
    for (Taken.Item item : taken.items()) if (item.own()) all.add(figure(item.id(), order, at, monitor));
    return (pen, width, height, theme) -> {
      int columns = (int) Math.ceil(Math.sqrt(all.size())), rows = (all.size() + columns - 1) / columns;
      double w = width / columns, h = height / rows;
      for (int i = 0; i < all.size(); i++)
        all.get(i).draw(new ShiftedPen(pen, i % columns * w, i / columns * h), w - 12, h - 12, theme);
    };
  }

  private Figure figure(String id, Order order, OptionalDouble at, ProgressMonitor monitor) {
    FigureKind kind = FigureKind.named(id).orElseThrow();
    boolean epochs = at.isPresent() && order.animation().over() == Animation.Over.EPOCHS;
    Frame frame = epochs ? taken.past().apply((int) at.getAsDouble()) : taken.frame().orElseThrow();
    DataSet data = taken.data();
    Drawing on = Drawing.print(data, frame.experiment(), 0);
    int passes = at.isPresent() && order.animation().over() == Animation.Over.PASSES ? (int) at.getAsDouble() : 100;
    Asked asked = Asked.of(data, new Sampling(passes, true, OptionalDouble.empty()), 80, 0);
    if (kind == FigureKind.LOSS)
      return new LossFigure(frame.history(), new LossFigure.Options(true, OptionalInt.empty(), Draw.rate(frame.dropRates()),
          taken.lastEpoch(), Draw.lossName(data.schema().task())));
    return switch (kind.source()) {
      case Source.OfFrame(var draw) -> draw.apply(frame, on);
      case Source.OfExample(var draw) -> draw.apply(data, 0);
      case Source.OfAnswer _ -> Queries.answer(frame, data, kind.query(asked), Effort.FULL, monitor)
          .flatMap(answer -> kind.of(answer.result(), on)).orElseThrow(CancellationException::new);
      case Source.OfMethods(var draw) -> draw.of(frame, Queries.answer(frame, data, new Query.OfMethods(0))
          .map(Answer::result).map(Evidence.class::cast), on);
      case Source.OfCritique _, Source.OfSeeds _ -> throw new IllegalArgumentException(Words.of("sheet.fault.open"));
    };
  }

  /// A part of a sheet in pixels.
  ///
  /// @param scale pixels a logical pixel
  static BufferedImage pixels(Sheet sheet, Glass glass) {
    BufferedImage image = new BufferedImage(glass.width(), glass.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.translate(-glass.left(), -glass.top());
    g.scale(glass.scale(sheet), glass.scale(sheet));
    sheet.draw(new Graphics2dPen(g));
    g.dispose();
    return image;
  }

  byte[] bytes(Format format, Order order, ProgressMonitor monitor) {
    Sheet sheet = sheet(order, order.still(), monitor);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(pixels(sheet, Glass.whole(sheet.page())), format == Format.GIF ? "gif" : "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether there is such a file of what is chosen: only a run moves, and a window is pixels.
  boolean can(Format format, Order order) {
    return switch (format) {
      case PNG -> true;
      case SVG, PDF, CSV -> order.what() != What.WINDOW;
      case GIF, FRAMES -> order.what() != What.WINDOW && !taken.isOfBenches();
    };
  }

  /// What the files of a format are called; frames stand in a folder.
  List<String> names(Format format, Order order, String base) {
    return switch (format) {
      case PNG, SVG, PDF, GIF -> List.of(base + "." + format.id());
      case FRAMES -> List.of(base + "-" + format.id());
      case CSV -> order.what() == What.FIGURE ? List.of(base + "." + format.id())
          : taken.items().stream().filter(Taken.Item::own).map(item -> base + "-" + item.id() + "." + format.id()).toList();
    };
  }

  /// The file that the command line needs, where a preset and its options do not tell everything.
  Optional<String> besides(Order order, String base) { return Optional.empty(); }

  /// The text of a file of data.
  String text(String name, Order order) { return DataFiles.text(name, taken); }

  /// How many bytes a file will have.
  int size(Format format, Order order, ProgressMonitor monitor) { return bytes(format, order, monitor).length; }

  /// Takes the files of a format, one after another.
  @FunctionalInterface
  interface Sink {
    void add(String name, byte[] bytes) throws IOException;
  }

  /// Makes the files of a format.
  ///
  /// @param base their names without an ending
  void write(Format format, Order order, String base, Sink sink, ProgressMonitor monitor) throws IOException {
    sink.add(base + "." + format.id(), bytes(format, order, monitor));
  }

  /// A film is at most 1280 pixels wide.
  int filmWidth(Page page) { return Math.min(MOST_FILM, page.widthPixels()); }

  int filmHeight(Page page) { return (int) Math.round(filmWidth(page) * page.heightCm() / page.widthCm()); }

  static List<Check> checks(Sheet sheet) {
    return List.of(new Check(true, Words.of("sheet.check.words", Numbers.brief(sheet.wordsPt()))));
  }

  /// The command that makes the same files.
  String command(Order order, List<String> files) {
    List<String> words = new ArrayList<>(List.of("dropout-lab", "render", "two-moons", "--figure", order.figure(), "--for",
        order.page().purpose().id(), "--theme", order.page().theme().name()));
    for (String file : files) words.addAll(List.of("--out", file));
    return String.join(" ", words);
  }
}
