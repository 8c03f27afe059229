package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;

/// How large the page is, how fine its pixels, how large its words and how strong its lines.
final class SizeSection extends SheetSection {
  private static final double LEAST_CM = 1, LEAST_DPI = 72, MOST_DPI = 1200, LEAST_PT = 6, MOST_PT = 200;
  private static final double LEAST_LINES = .5, MOST_LINES = 4;

  private final ComboBox<LengthUnit> unit =
      Choices.of("sizeUnit", Words.of("sheet.size.unit"), LengthUnit::title, LengthUnit.values());
  private SheetState state;
  private final NumberBox width = box("sizeWidth", Words.of("sheet.size.width"), value -> length(value, true));
  private final NumberBox height = box("sizeHeight", Words.of("sheet.size.height"), value -> length(value, false));
  private final NumberBox dpi = box("sizeDpi", Words.of("sheet.size.dpi"), this::dpi);
  private final NumberBox pixels = box("sizePixels", Words.of("sheet.size.pixels"), this::pixels);
  private final NumberBox words = new NumberBox("sizeWords", Words.of("sheet.size.words"), this::words, this::tell,
      pt -> pt == 0 ? Words.of("sheet.size.screen") : Sizes.brief(pt), SizeSection::pt);
  private final NumberBox lines = box("sizeLines", Words.of("sheet.size.lines"), this::lines);

  SizeSection() {
    super(Words.of("sheet.size"));
    faultId("sizeFault");
    unit.getStyleClass().remove("short-field");
    unit.getStyleClass().add("unit-box");
    words.getStyleClass().add("words-field");
    unit.setValue(LengthUnit.CM);
    add(row(width, word(Words.of("sheet.size.by")), height, unit, Controls.spring(), dpi,
        word(Words.of("sheet.size.of_inch")), pixels,
            word(Words.of("sheet.unit.px"))),
        row(word(Words.of("sheet.size.words_name")), words, word(Words.of("sheet.size.pt")), Controls.spring(),
            word(Words.of("sheet.size.lines_name")), lines, word(Words.of("sheet.size.of_screen"))));
  }

  private NumberBox box(String id, String tip, Function<Double, Optional<String>> apply) {
    return new NumberBox(id, tip, apply, this::tell);
  }

  private static Optional<Double> pt(String text) {
    if (text.equals(Words.of("sheet.size.screen"))) return Optional.of(0.0);
    try {
      return Optional.of(Double.parseDouble(text.replace(',', '.'))).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Optional<String> within(double value, double least, double most, DoubleFunction<Page> change) {
    if (!(value >= least && value <= most))
      return Optional.of(Words.of("sheet.size.within", Numbers.brief(least), Numbers.brief(most)));
    return state.changePage(_ -> change.apply(value));
  }

  private Page page() { return state.now().page(); }

  private Optional<String> length(double typed, boolean wide) {
    double cm = unit.getValue().toCm(typed, page().dpi());
    if (!(cm >= LEAST_CM)) return Optional.of(Words.of("sheet.size.least",
        Sizes.brief(unit.getValue().of(LEAST_CM, page().dpi())),
        unit.getValue().title()));
    return state.changePage(page -> wide ? page.withWidthCm(cm) : page.withHeightCm(cm));
  }

  private Optional<String> dpi(double dpi) { return within(dpi, LEAST_DPI, MOST_DPI, page()::withDpi); }

  private Optional<String> pixels(double pixels) {
    double dpi = Math.rint(pixels) * Page.CM_PER_INCH / page().widthCm();
    if (dpi > MOST_DPI && pixels <= Page.MOST_PIXELS || dpi < LEAST_DPI)
      return Optional.of(Words.of("sheet.size.within", Numbers.brief(LengthUnit.PX.of(page().widthCm(), LEAST_DPI)),
          Numbers.brief(LengthUnit.PX.of(page().widthCm(), MOST_DPI))));
    return state.changePage(page -> page.withDpi(dpi));
  }

  private Optional<String> words(double pt) {
    return pt == 0 ? state.changePage(page -> page.withWordsPt(0)) : within(pt, LEAST_PT, MOST_PT, page()::withWordsPt);
  }

  private Optional<String> lines(double times) { return within(times, LEAST_LINES, MOST_LINES, page()::withLines); }

  Subscription bind(SheetState state) {
    this.state = state;
    unit.setOnAction(_ -> show(state.now()));
    return state.order().subscribe(order -> {
      tell("");
      show(order);
    });
  }

  private void show(Order order) {
    Page page = state.studio().page(order);
    width.show(unit.getValue().of(page.widthCm(), page.dpi()));
    height.show(unit.getValue().of(page.heightCm(), page.dpi()));
    dpi.show(page.dpi());
    pixels.show(page.widthPixels());
    words.show(page.wordsPt());
    lines.show(page.lines());
    setDisable(order.what() == What.WINDOW);
  }
}
