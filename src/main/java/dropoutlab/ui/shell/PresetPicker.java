package dropoutlab.ui.shell;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// All presets by group under their button, with a field that searches them. It lies over the whole window, so that any
/// click outside the list closes it. The keys mean the same in the field and in the list.
final class PresetPicker extends Pane {
  private static final double LEAST_WIDTH_EM = 36;
  private static final double MARGIN = 12;

  private final List<PresetLine.Entry> presets = PresetLine.entries();
  private final PresetBox button;
  private final TextField search = new TextField();
  private final ListView<PresetLine> list = new ListView<>();
  private final Label nothing = Controls.label("", "muted");
  private final VBox card = new VBox(8, search, nothing, list);
  private LabModel model;
  /// What opened the list and is still held down, so that it is no letter of the search; or null.
  private KeyCode held;
  /// What had the focus before.
  private Node before;

  PresetPicker(PresetBox button) {
    this.button = button;
    setId("presetPicker");
    String prompt = Words.of("presets.search", presets.size());
    search.setId("presetSearch");
    search.setPromptText(prompt);
    search.setAccessibleText(prompt);
    list.setId("presetList");
    list.getStyleClass().add("preset-list");
    list.setAccessibleText(Words.of("presets.list"));
    list.setCellFactory(_ -> new PresetCell(() -> model.experiment().get(), this::choose));
    nothing.setId("presetNothing");
    nothing.setWrapText(true);
    nothing.setMinHeight(USE_PREF_SIZE);
    card.getStyleClass().addAll("card", "preset-picker");
    getChildren().add(card);
    search.textProperty().subscribe(this::find);
    card.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    card.addEventFilter(KeyEvent.KEY_TYPED, event -> { if (held != null) event.consume(); });
    card.addEventFilter(KeyEvent.KEY_RELEASED, event -> { if (event.getCode() == held) held = null; });
    setOnMousePressed(event -> { if (event.getTarget() == this) close(); });
    setVisible(false);
  }

  Subscription bind(LabModel model) {
    this.model = model;
    button.setOnAction(_ -> open(null));
    return model.experiment().subscribe(e -> {
      button.show(presets, e);
      list.refresh();
    });
  }

  /// @param key that opens it, or null
  void open(KeyCode key) {
    held = key;
    before = getScene().getFocusOwner();
    search.clear();
    find("");
    setVisible(true);
    search.requestFocus();
    requestLayout();
  }

  /// Whether it was open.
  boolean close() {
    if (!isVisible()) return false;
    setVisible(false);
    if (before != null) before.requestFocus();
    return true;
  }

  private void choose(PresetLine.Entry entry) {
    close();
    model.editor().open(entry.preset());
  }

  /// Shows what matches. Chosen is the preset of exactly this name; before anything is typed, the one that is open;
  /// else the first.
  private void find(String query) {
    String words = query.strip();
    ObservableList<PresetLine> lines = list.getItems();
    lines.setAll(PresetLine.found(presets, words));
    nothing.setText(Words.of("presets.nothing", words));
    Controls.present(nothing, lines.isEmpty());
    Controls.present(list, !lines.isEmpty());
    requestLayout();
    if (lines.isEmpty()) return;
    Experiment open = model == null ? null : model.experiment().get();
    select(IntStream.range(0, lines.size()).filter(i -> lines.get(i) instanceof PresetLine.Entry entry
        && (words.isEmpty() ? entry.isOf(open) : entry.name().equalsIgnoreCase(words))).findFirst().orElse(1));
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER -> {
        if (list.getSelectionModel().getSelectedItem() instanceof PresetLine.Entry entry) choose(entry);
      }
      case ESCAPE -> close();
      case TAB -> (search.isFocused() && list.isVisible() ? list : search).requestFocus();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// To the next preset above or below, over headings.
  private void move(int by) {
    int at = list.getSelectionModel().getSelectedIndex() + by;
    while (at >= 0 && at < list.getItems().size() && list.getItems().get(at) instanceof PresetLine.Heading) at += by;
    if (at >= 0 && at < list.getItems().size()) select(at);
  }

  private void select(int at) {
    list.getSelectionModel().clearAndSelect(at);
    list.getFocusModel().focus(at);
    // With the heading of the first of a group.
    list.scrollTo(list.getItems().get(at - 1) instanceof PresetLine.Heading ? at - 1 : at);
  }

  /// The card stands under the button, its right edge under that of the button, as high as its lines need.
  @Override protected void layoutChildren() {
    Bounds under = sceneToLocal(button.localToScene(button.getLayoutBounds()));
    double em = search.getFont().getSize();
    double width = Math.min(getWidth() - 2 * MARGIN, Math.max(LEAST_WIDTH_EM * em, under.getWidth()));
    list.setPrefHeight(list.getItems().size() * list.getFixedCellSize() + 2);
    double height = Math.min(getHeight() - under.getMaxY() - 4 - MARGIN, card.prefHeight(width));
    double left = Math.clamp(under.getMaxX() - width, MARGIN, Math.max(MARGIN, getWidth() - MARGIN - width));
    card.resizeRelocate(left, under.getMaxY() + 4, width, height);
  }
}
