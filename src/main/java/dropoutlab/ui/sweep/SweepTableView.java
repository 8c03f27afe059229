package dropoutlab.ui.sweep;

import dropoutlab.export.picture.TableFile;
import dropoutlab.figure.sweep.SweepFigure;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Paired;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The figure's numbers as a table: a row for each value.
final class SweepTableView extends VBox {
  private static final String NONE = "–";

  private final TableView<Column> table = new TableView<>();
  private Reading reading;
  private boolean showing;

  SweepTableView() {
    super(8);
    table.setId("sweepTable");
    table.setAccessibleText(Words.of("sweepview.table"));
    table.getStyleClass().add("sweep-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    column(60, Words.of("sweepview.table.value"), (_, c) -> Cause.label(reading.table(), c.point()));
    column(54, Words.of("sweepview.table.results"), (_, c) -> Words.of("sweepview.number", c.results()));
    column(64, Words.of("sweepview.table.not_finite"), (_, c) -> Words.of("sweepview.number", c.notFinite()));
    column(64, Words.of("sweepview.table.median"), (w, c) -> c.quartiles().n() == 0 ? NONE
        : w.value(c.quartiles().median()));
    column(92, Words.of("sweepview.table.middle"), (w, c) -> c.quartiles().n() == 0 ? NONE
        : Words.of("sweepview.interval", w.bare(c.quartiles().low()), w.bare(c.quartiles().high())));
    column(46, Words.of("sweepview.table.pairs"), (_, c) -> of(c, p -> Words.of("sweepview.number", p.pairs())));
    column(68, Words.of("sweepview.table.difference"), (w, c) -> of(c, p -> p.pairs() == 0 ? NONE
        : w.difference(p.median())));
    column(104, Words.of("sweepview.table.interval"), (w, c) -> of(c, p -> interval(w, p)));
    column(68, Words.of("sweepview.table.lower"), (_, c) -> of(c, p -> Words.of("sweepview.lower", p.lower(),
        p.pairs())));
    column(64, Words.of("sweepview.table.sign"), (w, c) -> c.paired().isEmpty() || Double.isNaN(c.holm()) ? NONE
        : w.p(c.holm()));
    Button copy = Controls.button("copySweepCsv", Words.of("sweepview.table.copy"), Feather.COPY,
        Words.of("sweepview.table.copy.tip"));
    copy.getStyleClass().add("chip");
    copy.setOnAction(_ -> copy());
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(table, new HBox(Controls.spring(), copy));
  }

  private void column(double least, String title, BiFunction<SweepWords, Column, String> text) {
    TableColumn<Column, String> column = new TableColumn<>(title);
    Function<Column, String> cell = of -> text.apply(reading.words(), of);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
    column.setMinWidth(least);
    column.setPrefWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    table.getColumns().add(column);
  }

  private static String of(Column column, Function<Paired,
      String> text) { return column.paired().map(text).orElse(NONE); }

  static String interval(SweepWords words, Paired paired) {
    return paired.interval().map(i -> Words.of("sweepview.interval", words.difference(i.low()),
        words.difference(i.high()))).orElse(NONE);
  }

  void onChosen(IntConsumer chosen) {
    table.getSelectionModel().selectedItemProperty().subscribe((_, now) -> { if (now != null
        && !showing) chosen.accept(now.point()); });
  }

  void show(Reading next, int point) {
    showing = true;
    boolean same = reading != null && reading.statistics() == next.statistics();
    reading = next;
    if (!same) table.getItems().setAll(next.statistics().columns());
    table.getSelectionModel().select(point);
    showing = false;
  }

  void focus() { table.requestFocus(); }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(csv());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The numbers of the figure, in full precision.
  String csv() { return new SweepFigure(reading.words(), SweepLook.START).table().map(TableFile::text).orElse(""); }
}
