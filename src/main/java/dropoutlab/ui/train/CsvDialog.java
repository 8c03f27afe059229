package dropoutlab.ui.train;

import dropoutlab.data.CsvSniff;
import dropoutlab.data.DataSet;
import dropoutlab.data.Decimal;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Categories;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Missing;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Shows how a table is read, and asks which column is to be predicted, from which others, and what is done with words
/// and gaps. Each choice is tried by reading the table at once, so that what is refused is said here, and why.
final class CsvDialog {
  private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1");

  private enum Held { QUARTER, TENTH, HALF, NOTHING, FILE }

  private final LabDialog<Csv> dialog;
  private final Function<Csv, DataSet> loader;
  private final Window owner;
  private final ComboBox<String> delimiter = Choices.of("csvDelimiter", Words.of("trainview.csv.delimiter.tip"),
      TableWords::delimiter,
      CsvStyle.DELIMITERS.toArray(String[]::new));
  private final ComboBox<Decimal> decimal = Choices.of("csvDecimal", Words.of("trainview.csv.decimal.tip"),
      TableWords::title,
      Decimal.values());
  private final ComboBox<String> encoding = Choices.of("csvEncoding", Words.of("trainview.csv.encoding.tip"), name ->
      name);
  private final ComboBox<Boolean> header = Choices.of("csvHeader", Words.of("trainview.csv.header.tip"),
      names -> names ? Words.of("trainview.csv.header.names") : Words.of("trainview.csv.header.data"), true, false);
  private final ComboBox<Integer> target = Choices.of("csvTarget", Words.of("trainview.csv.target.tip"), this::name);
  private final ComboBox<TableWords.Kind> kind = Choices.of("csvTask", Words.of("trainview.csv.kind.tip"),
      TableWords::title, TableWords.Kind.values());
  private final ComboBox<Missing> missing = Choices.of("csvMissing", Words.of("trainview.csv.missing.tip"),
      TableWords::title, Missing.values());
  private final ComboBox<Categories> categories = Choices.of("csvCategories", Words.of("trainview.csv.categories.tip"),
      TableWords::title, Categories.values());
  private final ComboBox<Held> held = Choices.of("csvValidation", Words.of("trainview.csv.held.tip"), this::title,
      Held.values());
  private final TablePreview preview = new TablePreview((column, taken) -> choose(c -> c.taking(column, taken)));
  private final Label verdict = Controls.label("");
  private TableChoices choices;
  private Job<?> reading;
  private boolean showing;

  /// @param loader reads the data that were chosen, or throws a sentence
  CsvDialog(Path file, CsvSniff sniff, Window owner, Function<Csv, DataSet> loader) {
    this.owner = owner;
    this.loader = loader;
    choices = TableChoices.of(file, sniff);
    kind.setValue(TableWords.Kind.BY_ITSELF);
    missing.setValue(choices.missing());
    categories.setValue(choices.categories());
    held.setValue(Held.QUARTER);
    header.setPromptText(Words.of("trainview.csv.header.prompt"));
    verdict.setId("csvVerdict");
    verdict.setWrapText(true);
    dialog = new LabDialog<>(Words.of("trainview.csv.open", file.getFileName().toString()), layOut(), owner, () ->
        choices.spec());
    listen();
    refresh();
  }

  Optional<Csv> ask() {
    Optional<Csv> asked = dialog.ask();
    if (reading != null) reading.cancel();
    return asked;
  }

  private Node layOut() {
    GridPane rows = new GridPane(10, 8);
    add(rows, 0, Words.of("trainview.csv.delimiter"), delimiter, Words.of("trainview.csv.decimal"), decimal);
    add(rows, 1, Words.of("trainview.csv.encoding"), encoding, Words.of("trainview.csv.header"), header);
    VBox.setVgrow(preview, Priority.ALWAYS);
    GridPane below = new GridPane(10, 8);
    add(below, 0, Words.of("trainview.csv.target"), target, Words.of("trainview.csv.kind"), kind);
    add(below, 1, Words.of("trainview.csv.missing"), missing, Words.of("trainview.csv.categories"), categories);
    add(below, 2, Words.of("trainview.csv.held"), held, "", new Label());
    ScrollPane said = new ScrollPane(verdict);
    said.getStyleClass().add("plain-scroll");
    said.setFitToWidth(true);
    said.setMinHeight(66);
    said.setPrefHeight(66);
    said.setAccessibleText(Words.of("trainview.csv.verdict.tip"));
    VBox all = new VBox(12, rows, preview, below, said);
    all.setPrefSize(760, 530);
    return all;
  }

  private static void add(GridPane rows, int row, String left, Node first, String right, Node second) {
    rows.addRow(row, named(left), first, Controls.gap(8), named(right), second);
  }

  private static Label named(String text) {
    Label label = Controls.label(text, "muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void listen() {
    on(delimiter, value -> readAs(choices.style().withDelimiter(value)));
    on(decimal, value -> readAs(choices.style().withDecimal(Character.toString(value.sign()))));
    on(encoding, value -> readAs(choices.style().withEncoding(value)));
    on(header, value -> readAs(choices.style().withHeader(value)));
    on(target, value -> choose(c -> c.withTarget(value)));
    on(kind, value -> choose(c -> c.withTask(value.task())));
    on(missing, value -> choose(c -> c.withMissing(value)));
    on(categories, value -> choose(c -> c.withCategories(value)));
    on(held, this::hold);
  }

  private <T> void on(ComboBox<T> box, Consumer<T> chosen) {
    box.valueProperty().subscribe((_, value) -> { if (!showing && value != null) chosen.accept(value); });
  }

  private void choose(Function<TableChoices, TableChoices> change) {
    choices = change.apply(choices);
    refresh();
  }

  /// Shows what is chosen, and reads the table with it.
  private void refresh() {
    showing = true;
    CsvSniff sniff = choices.sniff();
    delimiter.setValue(sniff.delimiter() == '\t' ? "tab" : Character.toString(sniff.delimiter()));
    decimal.setValue(sniff.decimal());
    encoding.getItems().setAll(Stream.concat(Stream.of(sniff.encoding()), ENCODINGS.stream()).distinct().toList());
    encoding.setValue(sniff.encoding());
    header.setValue(sniff.lacksHeader() ? null : (Boolean) sniff.header());
    target.getItems().setAll(choices.shown());
    target.setValue(choices.target());
    if (choices.validation() != null) {
      held.setValue(null); // So that its name is written anew.
      held.setValue(Held.FILE);
    }
    preview.show(choices);
    showing = false;
    Csv spec = choices.spec();
    work("table-check", _ -> loader.apply(spec), this::accept);
  }

  /// The text is read again in another style.
  private void readAs(CsvStyle style) {
    Path file = choices.file();
    work("table-reading", _ -> CsvSniff.of(file, style), sniff -> choose(c -> c.readAs(style, sniff)));
  }

  private <T> void work(String name, Function<ProgressMonitor, T> work, Consumer<T> told) {
    if (reading != null) reading.cancel();
    say(Words.of("trainview.csv.reading"), "muted");
    reading = Job.start(name, work, told, this::refuse, () -> {});
  }

  private void refuse(String sentence) {
    say(sentence, "fault");
    dialog.allow(false);
  }

  private void accept(DataSet data) {
    say(TableWords.told(data), "muted");
    dialog.allow(true);
  }

  private void say(String text, String style) {
    verdict.getStyleClass().setAll("label", style);
    verdict.setText(text);
  }

  private void hold(Held what) {
    switch (what) {
      case QUARTER -> choose(c -> c.withValidation(null).withShare(DataSpec.VALIDATION_SHARE));
      case TENTH -> choose(c -> c.withValidation(null).withShare(0.1));
      case HALF -> choose(c -> c.withValidation(null).withShare(0.5));
      case NOTHING -> choose(c -> c.withValidation(null).withShare(0));
      case FILE -> {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("trainview.csv.held.open"));
        Optional.ofNullable(chooser.showOpenDialog(owner)).ifPresentOrElse(
            file -> choose(c -> c.withValidation(file.getPath())), () -> held.setValue(Held.QUARTER));
      }
    }
  }

  private String name(Integer column) { return choices.column(column).name(); }

  private String title(Held held) {
    return switch (held) {
      case QUARTER -> Words.of("trainview.csv.held.quarter");
      case TENTH -> Words.of("trainview.csv.held.tenth");
      case HALF -> Words.of("trainview.csv.held.half");
      case NOTHING -> Words.of("trainview.csv.held.nothing");
      case FILE -> choices == null || choices.validation() == null ? Words.of("trainview.csv.held.file")
          : Path.of(choices.validation()).getFileName().toString();
    };
  }
}
