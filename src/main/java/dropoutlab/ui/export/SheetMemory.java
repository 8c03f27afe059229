package dropoutlab.ui.export;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.recipe.Animation;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the sheet was set to last, for each purpose. It has a form of plain text ([#toMap]) that a settings file can
/// keep.
public final class SheetMemory {
  private static final String FOLDER = "folder", LAST = "last", FIGURE = "figure";

  private final Map<Purpose, Setup> kept = new EnumMap<>(Purpose.class);
  private Purpose last = Purpose.SLIDE_WIDE;
  private Path folder = Path.of(System.getProperty("user.home", ""));
  private String figure = "";
  private boolean used;

  /// The folder that files were saved in last; at first the person's own.
  public Path folder() { return folder; }

  public void folder(Path next) { folder = next; }

  /// Whether anything was ever saved, so that it can be saved again.
  boolean isUsed() { return used; }

  String figure() { return figure; }

  Setup last(Theme theme) { return of(last, theme); }

  Setup of(Purpose purpose, Theme theme) {
    Setup found = kept.get(purpose);
    return found == null ? Setup.of(purpose, theme) : found;
  }

  void keep(Setup setup) {
    kept.put(setup.purpose(), setup);
    last = setup.purpose();
  }

  /// Keeps what was saved.
  void keep(Order order) {
    keep(order.setup());
    figure = order.figure();
    used = true;
  }

  /// Everything, as text.
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(FOLDER, folder.toString());
    map.put(LAST, last.id());
    if (used) map.put(FIGURE, figure);
    kept.forEach((purpose, setup) -> {
      Page page = setup.page();
      Animation film = setup.animation();
      Map<String, String> of = new LinkedHashMap<>();
      of.put("width", Numbers.typed(page.widthCm()));
      of.put("height", Numbers.typed(page.heightCm()));
      of.put("dpi", Numbers.typed(page.dpi()));
      of.put("words", Numbers.typed(page.wordsPt()));
      of.put("caption-words", Numbers.typed(page.captionPt()));
      of.put("lines", Numbers.typed(page.lines()));
      of.put("theme", page.theme().name());
      of.put("transparent", Boolean.toString(page.transparent()));
      of.put("caption", Boolean.toString(setup.caption()));
      of.put("formats", setup.formats().stream().map(Format::id).collect(Collectors.joining(" ")));
      of.put("fps", Numbers.typed(film.perSecond()));
      of.put("stays", Numbers.typed(film.lastSeconds()));
      of.put("loop", Boolean.toString(film.loop()));
      of.forEach((key, value) -> map.put(purpose.id() + "." + key, value));
    });
    return map;
  }

  /// What the text says; where it says nothing that fits, what is usual.
  public static SheetMemory of(Map<String, String> map) {
    SheetMemory memory = new SheetMemory();
    read(map.get(FOLDER), Path::of).filter(path -> !path.toString().isEmpty()).ifPresent(memory::folder);
    for (Purpose purpose : Purpose.values())
      if (map.keySet().stream().anyMatch(key -> key.startsWith(purpose.id() + ".")))
        memory.keep(setup(purpose, key -> map.get(purpose.id() + "." + key)));
    memory.last = Optional.ofNullable(map.get(LAST)).flatMap(Purpose::named).orElse(Purpose.SLIDE_WIDE);
    if (map.containsKey(FIGURE)) {
      memory.figure = map.get(FIGURE);
      memory.used = true;
    }
    return memory;
  }

  private static Setup setup(Purpose purpose, Function<String, String> kept) {
    Setup usual = Setup.of(purpose, Optional.ofNullable(kept.apply("theme")).flatMap(Theme::named).orElse(Theme.LIGHT));
    Page page = usual.page();
    Animation film = usual.animation();
    try {
      page = new Page(purpose, number(kept.apply("width"), page.widthCm()),
          number(kept.apply("height"), page.heightCm()),
          number(kept.apply("dpi"), page.dpi()), number(kept.apply("words"), page.wordsPt()),
          number(kept.apply("caption-words"), page.captionPt()), number(kept.apply("lines"), page.lines()),
          Optional.ofNullable(kept.apply("theme")).flatMap(Theme::named).orElse(page.theme()),
              truth(kept.apply("transparent"), false));
      film = film.withPerSecond(number(kept.apply("fps"), film.perSecond()))
          .withLastSeconds(number(kept.apply("stays"), film.lastSeconds())).withLoop(truth(kept.apply("loop"), true));
    } catch (IllegalArgumentException _) {
      // Numbers that do not fit together: what is usual.
    }
    Set<Format> formats = Optional.ofNullable(kept.apply("formats")).map(SheetMemory::formats).orElse(usual.formats());
    return new Setup(page, formats, truth(kept.apply("caption"), usual.caption()), film);
  }

  private static Set<Format> formats(String text) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    List<String> ids = List.of(text.split(" "));
    Arrays.stream(Format.values()).filter(each -> ids.contains(each.id())).forEach(formats::add);
    return formats;
  }

  private static double number(String text, double usual) {
    return read(text, Double::parseDouble).filter(Double::isFinite).orElse(usual);
  }

  private static boolean truth(String text, boolean usual) { return text == null ? usual : text.equals("true"); }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.ofNullable(text).map(reader);
    } catch (NumberFormatException | InvalidPathException _) {
      return Optional.empty();
    }
  }
}
