package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.spec.DataSpec.Text;
import dropoutlab.spec.DataSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Job;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

/// Shows what is learnt from a text: how many characters and windows, and the first of these. The text is that of a
/// file, or is pasted here.
final class TextDialog {
  /// While a person types, the text is not read at every key.
  private static final Duration REST = Duration.millis(200);

  private final LabDialog<TextExperiment> dialog;
  private final Function<Text, DataSet> loader;
  private final TextArea area = new TextArea();
  private final CheckedField window = CheckedField.whole("textWindow", Words.of("presets.text.window"),
      Words.of("presets.text.window.tip", Text.MOST_WINDOW), 1, Text.MOST_WINDOW);
  private final ComboBox<Double> held = Choices.of("textHeld", Words.of("presets.text.held.tip"),
      TextDialog::share, DataSpec.VALIDATION_SHARE, 0.1, 0.5, 0.0);
  private final CheckBox lower = new CheckBox(Words.of("presets.text.lower"));
  private final Label verdict = Controls.label("");
  private final Label first = Controls.label("", "number");
  private final PauseTransition rest = new PauseTransition(REST);
  private Text spec;
  private Job<DataSet> reading;
  private TextExperiment read;

  /// @param start  the settings to begin with, and the text or the file
  /// @param loader reads the text, or throws a sentence
  TextDialog(Text start, Window owner, Function<Text, DataSet> loader) {
    this.loader = loader;
    spec = start;
    String title = start.path() == null ? Words.of("presets.text.title")
        : Words.of("presets.text.title.file", Path.of(start.path()).getFileName().toString());
    dialog = new LabDialog<>(title, layOut(), owner, () -> read);
    listen();
    read();
  }

  /// What was agreed to; empty where no text is to be learnt.
  Optional<TextExperiment> ask() {
    Optional<TextExperiment> asked = dialog.ask();
    rest.stop();
    if (reading != null) reading.cancel();
    return asked;
  }

  private static String share(double share) {
    return share == 0 ? Words.of("presets.text.held.nothing")
        : Words.of("presets.text.held.share", Shown.percent(share));
  }

  private Node layOut() {
    area.setId("textArea");
    area.setWrapText(true);
    area.setPromptText(Words.of("presets.text.area.prompt"));
    area.setAccessibleText(Words.of("presets.text.area"));
    area.setTextFormatter(new TextFormatter<>(TextDialog::cut));
    area.setText(spec.text() == null ? "" : spec.text());
    Controls.present(area, spec.path() == null);
    VBox.setVgrow(area, Priority.ALWAYS);
    lower.setId("textLower");
    lower.setSelected(spec.lowerCase());
    held.setValue(spec.validationShare());
    window.show(Integer.toString(spec.window()));
    verdict.setId("textVerdict");
    verdict.setWrapText(true);
    verdict.setAccessibleHelp(Words.of("presets.text.verdict.tip"));
    first.setId("textFirst");
    first.setWrapText(true);
    first.setAccessibleHelp(Words.of("presets.text.first.tip"));
    VBox said = new VBox(8, verdict, first);
    said.setMinHeight(120);
    VBox all = new VBox(12, area, window, Section.row(Words.of("presets.text.held"), held), lower, said);
    all.setPrefSize(620, spec.path() == null ? 520 : 270);
    return all;
  }

  /// No more of a text is taken than can be learnt.
  private static TextFormatter.Change cut(TextFormatter.Change change) {
    int over = change.getControlNewText().length() - Text.MOST_CHARACTERS;
    if (over > 0) change.setText(change.getText().substring(0, Math.max(0, change.getText().length() - over)));
    return change;
  }

  private void listen() {
    rest.setOnFinished(_ -> read());
    area.textProperty().subscribe((_, _) -> readSoon());
    window.bind(text -> {
      window.show(text);
      spec = spec.withWindow(Integer.parseInt(text));
      read();
    });
    held.valueProperty().subscribe((_, share) -> {
      spec = spec.withValidationShare(share);
      read();
    });
    lower.selectedProperty().subscribe((_, small) -> {
      spec = spec.withLowerCase(small);
      read();
    });
  }

  private void readSoon() {
    dialog.allow(false);
    rest.playFromStart();
  }

  private void read() {
    dialog.allow(false);
    if (reading != null) reading.cancel();
    first.setText("");
    if (spec.path() == null) spec = spec.withText(area.getText());
    if (spec.path() == null && area.getText().isBlank()) {
      say(Words.of("presets.text.empty"), "muted");
      return;
    }
    say(Words.of("presets.text.reading"), "muted");
    Text wanted = spec;
    reading = Job.start("text-check", _ -> loader.apply(wanted), data -> accept(wanted, data), this::refuse, () -> {});
  }

  private void refuse(String sentence) { say(sentence, "fault"); }

  private void accept(Text wanted, DataSet data) {
    read = new TextExperiment(wanted, data);
    say(told(wanted, data), "muted");
    first.setText(window(data) + "\n"
        + Words.of("presets.text.next", data.schema().classes().get(data.train().label(0))));
    dialog.allow(true);
  }

  private static String told(Text text, DataSet data) {
    int length = data.train().size() + text.window() + (data.holdsOut() ? data.validation().size() + text.window() : 0);
    String characters = Words.count("presets.text.characters", length, Numbers.count(length));
    String kinds = Numbers.count(data.schema().classes().size()), windows = Numbers.count(data.train().size());
    String told = data.holdsOut() ? Words.of("presets.text.told", characters, kinds, windows, text.window(),
        Numbers.count(data.validation().size()))
        : Words.of("presets.text.told.nothing_held_out", characters, kinds, windows, text.window());
    boolean cut = length >= Text.MOST_CHARACTERS || text.text() != null && text.text().length() >= Text.MOST_CHARACTERS;
    Stream<String> more = cut ? Stream.of(Words.of("presets.text.cut", Numbers.count(Text.MOST_CHARACTERS)))
        : Stream.empty();
    return Stream.of(Stream.of(told), more, data.notes().stream()).flatMap(s -> s).collect(Collectors.joining("\n"));
  }

  private static String window(DataSet data) {
    Schema schema = data.schema();
    List<String> signs = schema.classes();
    return Words.of("presets.text.first", IntStream.range(0, schema.inputs().size()).mapToObj(c ->
        signs.get((int) Math.rint(schema.inputScaling().toRaw(c, data.train().x().at(0, c)))))
        .collect(Collectors.joining()));
  }

  private void say(String text, String style) {
    verdict.getStyleClass().setAll("label", style);
    verdict.setText(text);
  }
}
