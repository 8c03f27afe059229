package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys on one card over the window; any click or Escape closes it.
final class KeysOverlay extends StackPane {
  /// The texts of each key and of what it does.
  private static final String[][] KEYS = {
      {"shell.keys.workspaces.key", "shell.keys.workspaces"},
      {"shell.keys.play.key", "shell.keys.play"},
      {"shell.keys.step.key", "shell.keys.step"},
      {"shell.keys.half_step.key", "shell.keys.half_step"},
      {"shell.keys.reset.key", "shell.keys.reset"},
      {"shell.keys.rate.key", "shell.keys.rate"},
      {"shell.keys.rate_step.key", "shell.keys.rate_step"},
      {"shell.keys.pin.key", "shell.keys.pin"},
      {"shell.keys.unit.key", "shell.keys.unit"},
      {"shell.keys.example.key", "shell.keys.example"},
      {"shell.keys.probe.key", "shell.keys.probe"},
      {"shell.keys.enter.key", "shell.keys.enter"},
      {"shell.keys.compare.key", "shell.keys.compare"},
      {"shell.keys.swap.key", "shell.keys.swap"},
      {"shell.keys.redraw.key", "shell.keys.redraw"},
      {"shell.keys.card.key", "shell.keys.card"},
      {"shell.keys.head.key", "shell.keys.head"},
      {"shell.keys.bench.key", "shell.keys.bench"},
      {"shell.keys.check.key", "shell.keys.check"},
      {"shell.keys.gap.key", "shell.keys.gap"},
      {"shell.keys.number.key", "shell.keys.number"},
      {"sweepview.keys.start.key", "sweepview.keys.start"},
      {"sweepview.keys.missing.key", "sweepview.keys.missing"},
      {"sweepview.keys.value.key", "sweepview.keys.value"},
      {"sweepview.keys.open.key", "sweepview.keys.open"},
      {"sweepview.keys.repeat.key", "sweepview.keys.repeat"},
      {"sweepview.keys.failure.key", "sweepview.keys.failure"},
      {"sweepview.keys.table.key", "sweepview.keys.table"},
      {"shell.keys.log.key", "shell.keys.log"},
      {"shell.keys.scrub.key", "shell.keys.scrub"},
      {"shell.keys.theme.key", "shell.keys.theme"},
      {"shell.keys.controls.key", "shell.keys.controls"},
      {"shell.keys.present.key", "shell.keys.present"},
      {"presets.key", "presets.key.does"},
      {"shell.keys.undo.key", "shell.keys.undo"},
      {"shell.keys.redo.key", "shell.keys.redo"},
      {"shell.keys.open.key", "shell.keys.open"},
      {"saving.keys.save.key", "saving.keys.save"},
      {"saving.keys.settings.key", "saving.keys.settings"},
      {"shell.keys.export.key", "shell.keys.export"},
      {"shell.keys.again.key", "shell.keys.again"},
      {"shell.keys.copy.key", "shell.keys.copy"},
      {"shell.keys.keys.key", "shell.keys.keys"}
  };

  /// So that two columns fit into the narrowest window.
  private static final double WIDEST = 236;
  /// Above and below the card together; where it is higher, it scrolls.
  private static final double MARGIN = 40;

  KeysOverlay() {
    setId("keys");
    getStyleClass().add("veil");
    int half = (KEYS.length + 1) / 2;
    HBox columns = new HBox(28, column(0, half), column(half, KEYS.length));
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox card = new VBox(14, Controls.label(Words.of("shell.keys"), "card-title"), scroll);
    card.getStyleClass().addAll("card", "keys-card");
    card.setMinHeight(0);
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.maxHeightProperty().bind(heightProperty().subtract(MARGIN));
    columns.setPadding(new Insets(0, 12, 0, 0));
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    setOnMouseClicked(_ -> setVisible(false));
    setVisible(false);
  }

  private static GridPane column(int from, int to) {
    GridPane grid = new GridPane(14, 5);
    for (int i = from; i < to; i++) {
      Label key = Controls.label(Words.of(KEYS[i][0]), "key"), does = Controls.label(Words.of(KEYS[i][1]));
      key.setMinWidth(USE_PREF_SIZE);
      does.setWrapText(true);
      does.setMaxWidth(WIDEST);
      does.setMinHeight(USE_PREF_SIZE);
      grid.addRow(i - from, key, does);
    }
    return grid;
  }

  void showOrHide() { setVisible(!isVisible()); }
}
