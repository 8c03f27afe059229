package dropoutlab.ui.train;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The first rows of a table; above each column its name with a tick that takes it for an input, and what it holds.
final class TablePreview extends ScrollPane {
  private static final int MOST_COLUMNS = 60;
  private static final int LONGEST = 24;
  private static final double LEFT_OUT = 0.4;

  private final GridPane grid = new GridPane();
  private final BiConsumer<Integer, Boolean> take;
  private final Map<Integer, List<Label>> cells = new HashMap<>();
  private TableChoices shown;

  /// @param take hears the place of a column and whether it is ticked
  TablePreview(BiConsumer<Integer, Boolean> take) {
    this.take = take;
    setId("tablePreview");
    setAccessibleText(Words.of("trainview.table.preview.tip"));
    getStyleClass().addAll("plain-scroll", "table-preview");
    grid.getStyleClass().add("table-grid");
    setContent(grid);
  }

  /// Where only ticks differ, the columns stay as they are, and so does what has the focus.
  void show(TableChoices choices) {
    if (shown != null && shown.sniff() == choices.sniff() && shown.target() == choices.target()) {
      cells.forEach((column, of) -> of.forEach(cell -> mark(cell, isUsed(choices, column))));
      return;
    }
    shown = choices;
    cells.clear();
    grid.getChildren().clear();
    List<Integer> columns = choices.shown();
    int count = Math.min(MOST_COLUMNS, columns.size());
    for (int at = 0; at < count; at++) addColumn(choices, columns.get(at), at);
    if (columns.size() > count)
      grid.add(Controls.label(Words.of("trainview.table.more", Numbers.count(columns.size() - count)),
          "faint"), count, 0);
  }

  private void addColumn(TableChoices choices, int column, int at) {
    Column of = choices.column(column);
    VBox above = new VBox(2, head(choices, column), Controls.label(kind(of), "faint"));
    above.setMinWidth(USE_PREF_SIZE);
    grid.add(above, at, 0);
    List<Label> below = cells.computeIfAbsent(column, _ -> new ArrayList<>());
    List<List<String>> rows = choices.sniff().head();
    for (int row = 0; row < rows.size(); row++) {
      Label cell = Controls.label(column < rows.get(row).size() ? shortened(rows.get(row).get(column)) : "", "number");
      cell.setMinWidth(USE_PREF_SIZE);
      mark(cell, isUsed(choices, column));
      below.add(cell);
      if (of.type() == Type.NUMBERS) GridPane.setHalignment(cell, HPos.RIGHT);
      grid.add(cell, at, row + 1);
    }
  }

  private static boolean isUsed(TableChoices choices, int column) {
    return column == choices.target() || choices.taken().contains(column);
  }

  private static void mark(Label cell, boolean used) { cell.setOpacity(used ? 1 : LEFT_OUT); }

  /// The target cannot be an input too.
  private Node head(TableChoices choices, int column) {
    Column of = choices.column(column);
    String name = shortened(of.name());
    if (column == choices.target()) return Controls.label(Words.of("trainview.table.target", name), "strong");
    CheckBox tick = new CheckBox(name);
    tick.setId("take-" + column);
    tick.setMnemonicParsing(false);
    tick.setSelected(choices.taken().contains(column));
    tick.setAccessibleText(Words.of("trainview.table.take", of.name(), kind(of)));
    tick.setOnAction(_ -> take.accept(column, tick.isSelected()));
    return tick;
  }

  private static String kind(Column column) {
    String holds = switch (column.type()) {
      case NUMBERS -> Words.of("trainview.table.numbers");
      case WORDS -> column.values().isEmpty() ? Words.of("trainview.table.words")
          : Words.count("trainview.table.words", column.values().size());
      case EMPTY -> Words.of("trainview.table.nothing");
    };
    boolean gaps = column.missing() > 0 && column.type() != Type.EMPTY;
    String strays = Numbers.count(column.strays()), missing = Numbers.count(column.missing());
    if (column.strays() == 0) return gaps ? Words.of("trainview.table.missing", holds, missing) : holds;
    return gaps ? Words.of("trainview.table.strays_and_missing", holds, strays, missing)
        : Words.of("trainview.table.strays", holds, strays);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
