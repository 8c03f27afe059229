package dropoutlab.ui.theory;

import dropoutlab.claim.Reading;
import dropoutlab.export.ChecksFile;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What was computed both ways, a line each, the headline first; to be copied as CSV in full double precision.
final class ComparisonTable extends VBox {
  private static final int COLUMNS = 8, DECIMALS = 7, NARROW_DECIMALS = 7, NARROW_ROWS = 3;
  private static final double GLYPH = 13, WIDE_HOW = 82, NARROW_HOW = 54;
  private static final int[] HOW = {2, 4};
  private static final Type HOW_TYPE = new Type(Face.TEXT, 11.9);

  /// One line: seven texts and the glyph before the last.
  private final class Row {
    private final List<Label> cells = new ArrayList<>();
    private final VerdictIcon icon;
    private final Region line = new Region();

    Row(int index, Appearance appearance) {
      icon = new VerdictIcon(appearance, GLYPH);
      icons.add(icon);
      line.getStyleClass().add("table-line");
      grid.add(line, 0, 2 * index + 1, COLUMNS, 1);
      String[] styles = {"what", "number", "how", "number", "how", "number", "number", "verdict"};
      for (int c = 0; c < COLUMNS; c++) {
        Label cell = Controls.label("", "table-" + styles[c]);
        cell.setMinWidth(c == 0 ? 0 : USE_PREF_SIZE);
        if (index == 0) cell.getStyleClass().add("headline");
        cells.add(cell);
        Node node = c < COLUMNS - 1 ? cell : verdict(cell);
        grid.add(node, c, 2 * index + 2);
      }
    }

    private HBox verdict(Label cell) {
      HBox box = new HBox(3, icon, cell);
      box.setAlignment(Pos.CENTER_LEFT);
      return box;
    }

    void show(Comparison of, boolean hidden) {
      Reading reading = Reading.of(of, narrow ? NARROW_DECIMALS : DECIMALS);
      String unknown = Words.of("theory.table.unknown");
      String[] texts = {of.what(), hidden ? unknown : reading.exact(), of.exact().how(), hidden ? unknown : reading.engine(),
          of.engine().how(), hidden ? unknown : reading.gap(), reading.tolerance(), hidden ? Words.of("theory.your_turn") : reading.verdict()};
      for (int c = 0; c < COLUMNS; c++) cells.get(c).setText(texts[c]);
      for (int c : HOW) {
        double wanted = TextMeasure.width(texts[c], HOW_TYPE) + 3;
        cells.get(c).setMinWidth(Math.min(wanted, narrow ? NARROW_HOW : WIDE_HOW));
        Tooltip.install(cells.get(c), new Tooltip(texts[c]));
      }
      Tooltip.install(cells.getFirst(), new Tooltip(of.what()));
      icon.show(hidden ? VerdictGlyph.YOUR_TURN : VerdictGlyph.of(of.verdict()));
      present(true);
    }

    void present(boolean on) {
      Controls.present(line, on);
      for (int c = 0; c < COLUMNS; c++) Controls.present(c < COLUMNS - 1 ? cells.get(c) : cells.get(c).getParent(), on);
    }
  }

  private final GridPane grid = new GridPane();
  private final List<VerdictIcon> icons = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Button copy = Controls.button("copyCsv", Words.of("theory.table.csv"), Feather.COPY, Words.of("theory.table.csv.tip"));
  private boolean narrow;
  private Desk desk;

  ComparisonTable(Appearance appearance) {
    setId("comparisons");
    getStyleClass().addAll("card", "comparisons");
    String[] titles = {"", Words.of("theory.table.exact"), "", Words.of("theory.table.engine"), "", Words.of("theory.table.gap"),
        Words.of("theory.table.tolerance"), Words.of("theory.table.verdict")};
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(c == 1 || c == 3 || c == 5 || c == 6 ? HPos.RIGHT : HPos.LEFT);
      if (c == 0) column.setHgrow(Priority.ALWAYS);
      if (c == 0) column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
      Label title = Controls.label(titles[c], "muted", "table-title");
      title.setMinWidth(USE_PREF_SIZE);
      grid.add(c < COLUMNS - 1 ? title : last(title), c, 0);
    }
    for (int r = 0; r < Findings.MOST_ROWS; r++) rows.add(new Row(r, appearance));
    getChildren().add(grid);
  }

  private HBox last(Label title) {
    copy.getStyleClass().add("chip");
    copy.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(8, title, copy);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  Subscription bind(Desk desk) {
    this.desk = desk;
    copy.setOnAction(_ -> copy());
    return desk.version().subscribe(_ -> show())
        .and(Subscription.combine(icons.stream().map(VerdictIcon::bind).toArray(Subscription[]::new)));
  }

  void beNarrow(boolean on) {
    narrow = on;
    if (desk != null) show();
  }

  private void show() {
    BenchState at = desk.state();
    List<Comparison> found = at.findings().map(Findings::rows).orElse(List.of());
    copy.setDisable(found.isEmpty() || at.asks());
    for (int r = 0; r < rows.size(); r++) {
      if (r < found.size() && (!narrow || r < NARROW_ROWS)) rows.get(r).show(found.get(r), at.asks() && found.get(r).asked());
      else rows.get(r).present(false);
    }
  }

  void copy() {
    BenchState at = desk.state();
    if (copy.isDisabled()) return;
    ClipboardContent content = new ClipboardContent();
    content.putString(ChecksFile.csv(List.of(new ChecksFile.Check(at.bench(), at.settings(), at.findings().orElseThrow()))));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
