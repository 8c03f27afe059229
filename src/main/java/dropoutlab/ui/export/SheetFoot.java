package dropoutlab.ui.export;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.DirectoryChooser;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Where the files go, what each will be, and the buttons that end it. Before a file is replaced, the foot asks.
final class SheetFoot extends StackPane {
  private static final int MOST_LETTERS = 28;

  private final Label folder = Controls.label("", "number", "folder");
  private final Button change = Controls.button("changeFolder", Words.of("sheet.folder.change"), Feather.EDIT_2,
      Words.of("sheet.folder.tip"));
  private final HBox files = new HBox(7);
  private final Label fault = Controls.label("", "fault");
  private final Button copy = Controls.button("copyPicture", Words.of("sheet.copy"), Feather.COPY,
      Words.of("sheet.copy.tip"));
  private final Button cancel = new Button(Words.of("sheet.cancel"));
  private final Button save = new Button();
  private final HBox usual = new HBox(10);
  private final Label question = Controls.label("", "strong-name");
  private final Button replace = new Button(Words.of("sheet.replace"));
  private final Button rename = new Button();
  private final Button back = new Button(Words.of("sheet.back"));
  private final HBox asking = new HBox(10);
  private final Label doing = Controls.label("", "strong-name");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button stop = Controls.button("stopSave", Words.of("sheet.stop"), Feather.X,
      Words.of("sheet.stop.tip"));
  private final HBox busy = new HBox(12);
  private Exporter exporter;
  private SheetState state;
  private Runnable close;
  private Targets renamed;

  SheetFoot() {
    getStyleClass().add("sheet-foot");
    folder.setId("folder");
    folder.setMinWidth(USE_PREF_SIZE);
    files.setId("files");
    files.setAlignment(Pos.CENTER_LEFT);
    files.setMinWidth(0);
    fault.setId("saveFault");
    fault.setWrapText(true);
    change.setGraphic(null);
    change.getStyleClass().add("link-button");
    cancel.setId("cancelExport");
    save.setId("save");
    save.getStyleClass().add("accent-button");
    replace.setId("replaceFiles");
    replace.getStyleClass().add("accent-button");
    rename.setId("renameFiles");
    back.setId("backToSheet");
    question.setId("saveQuestion");
    question.setWrapText(true);
    doing.setId("saving");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(files.widthProperty());
    clip.heightProperty().bind(files.heightProperty());
    files.setClip(clip);
    HBox.setHgrow(files, Priority.ALWAYS);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox.setHgrow(question, Priority.ALWAYS);
    question.setMaxWidth(Double.MAX_VALUE);
    bar.setMaxWidth(Double.MAX_VALUE);
    for (Button each : List.of(change, copy, cancel, save, replace, rename, back, stop))
      each.setMinWidth(USE_PREF_SIZE);
    fill(usual, Controls.icon(Feather.FOLDER), folder, change, line(), files, fault, copy, cancel, save);
    fill(asking, Controls.icon(Feather.ALERT_TRIANGLE), question, replace, rename, back);
    fill(busy, doing, bar, stop);
    getChildren().addAll(usual, asking, busy);
    show(usual);
  }

  private static void fill(HBox row, Node... nodes) {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().addAll(nodes);
  }

  private static Node line() {
    StackPane line = new StackPane();
    line.getStyleClass().add("foot-line");
    return line;
  }

  private void show(HBox row) { for (HBox each : List.of(usual, asking, busy)) Controls.present(each, each == row); }

  Subscription bind(SheetState state, Exporter exporter, Runnable close) {
    this.state = state;
    this.exporter = exporter;
    this.close = close;
    copy.setOnAction(_ -> copy());
    cancel.setOnAction(_ -> close.run());
    save.setOnAction(_ -> save());
    back.setOnAction(_ -> usual());
    replace.setOnAction(_ -> write(targets()));
    rename.setOnAction(_ -> write(renamed));
    stop.setOnAction(_ -> exporter.saver().stop());
    change.setOnAction(_ -> choose());
    tellFolder();
    return Subscription.combine(state.order().subscribe(_ -> tell()), state.sizes().subscribe(_ -> tell()),
        state.ready().subscribe(_ -> tell()),
        exporter.saver().progress().subscribe(this::progress));
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Words.of("sheet.folder.title"));
    File now = exporter.memory().folder().toFile();
    if (now.isDirectory()) chooser.setInitialDirectory(now);
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen == null) return;
    exporter.memory().folder(chosen.toPath());
    tellFolder();
    tell();
  }

  private void tellFolder() {
    folder.setText(Shown.shortened(Folders.shown(exporter.memory().folder()), MOST_LETTERS));
    folder.setAccessibleText(exporter.memory().folder().toString());
  }

  private Targets targets() { return Targets.of(state.now(), state.studio()); }

  private void tell() {
    if (!state.ready().get()) {
      save.setText(Words.count("sheet.save", state.studio().formats(state.now()).size()));
      save.setDisable(true);
      return;
    }
    Targets targets = targets();
    List<String> names = targets.names();
    boolean nothing = state.taken().isNothing() && state.now().what() != What.WINDOW;
    boolean writable = Exporter.canWrite(exporter.memory().folder());
    files.getChildren().setAll(lines(targets));
    save.setText(Words.count("sheet.save", names.size()));
    save.setDisable(names.isEmpty() || nothing || !writable);
    copy.setDisable(nothing);
    say(writable ? names.isEmpty() ? Words.of("sheet.no_format") : "" : Words.of("sheet.folder.closed"));
    if (asking.isVisible()) usual();
  }

  private void say(String wrong) {
    fault.setText(wrong);
    Controls.present(fault, !wrong.isEmpty());
    Controls.present(files, wrong.isEmpty());
    HBox.setHgrow(fault, Priority.ALWAYS);
    fault.setMaxWidth(Double.MAX_VALUE);
  }

  private List<Node> lines(Targets targets) {
    List<Node> lines = new ArrayList<>();
    for (Targets.Target target : targets.all()) {
      Label name = Controls.label(target.name(), "number"),
          says = Controls.label(target.format().map(this::says).orElse(""), "muted", "small");
      name.setMinWidth(USE_PREF_SIZE);
      if (!lines.isEmpty()) HBox.setMargin(name, new Insets(0, 0, 0, 12));
      says.setMinWidth(USE_PREF_SIZE);
      lines.add(name);
      if (!says.getText().isEmpty()) lines.add(says);
    }
    return lines;
  }

  /// What a file will be.
  private String says(Format format) {
    Page page = state.studio().page(state.now());
    Map<Format, Long> sizes = state.sizes().get();
    Optional<String> size = Optional.ofNullable(sizes.get(format)).map(bytes -> bytes < 0
        ? Words.of("sheet.about", Sizes.bytes(-bytes)) : Sizes.bytes(bytes));
    return switch (format) {
      case PNG -> with(Words.of("sheet.pixels", page.widthPixels(), page.heightPixels()), size);
      case GIF -> with(Words.of("sheet.pixels", Studio.filmWidth(page), Studio.filmHeight(page)), size);
      case SVG, PDF -> with(Words.of("sheet.vectors"), size);
      case FRAMES -> with(Words.count("sheet.frames", state.now().animation().frames()), size);
      case CSV -> size.orElse("");
    };
  }

  private static String with(String what, Optional<String> size) {
    return size.map(s -> Words.of("sheet.what_and_size", what, s)).orElse(what);
  }

  /// Back to the usual row.
  boolean usual() {
    boolean asked = asking.isVisible();
    show(usual);
    if (asked) save.requestFocus();
    return asked;
  }

  void copy() {
    if (!copy.isDisabled()) exporter.copy(state.studio(), state.now());
  }

  /// Writes the files, or asks what is to become of those that are there.
  void save() {
    if (save.isDisabled() || exporter.saver().isBusy()) return;
    Path folder = exporter.memory().folder();
    Targets targets = targets();
    List<String> there = targets.there(folder);
    if (there.isEmpty()) {
      write(targets);
      return;
    }
    renamed = targets.free(state.now(), state.studio(), folder);
    String other = targets.all().size() == 1 ? renamed.names().getFirst() : renamed.base();
    question.setText(Words.of(there.size() == 1 ? "sheet.exists" : "sheet.exist", Words.list(there), other));
    rename.setText(Words.of("sheet.rename", other));
    show(asking);
    rename.requestFocus();
  }

  private void write(Targets targets) {
    exporter.save(state.studio(), state.now(), targets, true, close, wrong -> {
      show(usual);
      say(wrong);
    });
  }

  private void progress(Optional<Saver.Progress> progress) {
    progress.ifPresentOrElse(now -> {
      doing.setText(now.text());
      bar.setProgress(now.share());
      if (!busy.isVisible()) {
        show(busy);
        stop.requestFocus();
      }
    }, () -> {
      boolean was = busy.isVisible();
      show(usual);
      if (was) save.requestFocus();
    });
  }
}
