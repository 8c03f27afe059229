package dropoutlab.ui.export;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Words;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// What the picture is of, and how it is seen in the preview.
final class WhatRow extends HBox {
  private final Segments<What> what = new Segments<What>()
      .with(What.FIGURE, "what-figure", Words.of("sheet.what.figure"), Words.of("sheet.what.figure.tip"))
      .with(What.WORKSPACE, "what-workspace", Words.of("sheet.what.workspace"), Words.of("sheet.what.workspace.tip"))
      .with(What.WINDOW, "what-window", Words.of("sheet.what.window"), Words.of("sheet.what.window.tip"));
  private final ComboBox<Taken.Item> figure = new ComboBox<>();
  private final Segments<Seen> seen = new Segments<Seen>()
      .with(Seen.FIT, "seen-fit", Words.of("sheet.seen.fit"), Words.of("sheet.seen.fit.tip"))
      .with(Seen.PIXELS, "seen-pixels", Words.of("sheet.seen.pixels"), Words.of("sheet.seen.pixels.tip"))
      .with(Seen.LAST_ROW, "seen-last-row", Words.of("sheet.seen.last_row"), Words.of("sheet.seen.last_row.tip"))
      .with(Seen.GREY, "seen-grey", Words.of("sheet.seen.grey"), Words.of("sheet.seen.grey.tip"));
  private final javafx.scene.control.Label seenName = SheetSection.word(Words.of("sheet.seen"));

  WhatRow() {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    figure.setId("whichFigure");
    figure.getStyleClass().add("figure-choice");
    figure.setAccessibleText(Words.of("sheet.which"));
    figure.setConverter(new StringConverter<>() {
      @Override public String toString(Taken.Item item) { return item == null ? "" : item.title(); }

      @Override public Taken.Item fromString(String text) { throw new UnsupportedOperationException(); }
    });
    figure.setCellFactory(_ -> new ListCell<>() {
      @Override protected void updateItem(Taken.Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty ? "" : item.title());
        setGraphic(null);
        if (!empty && !item.says().equals(item.title())) {
          setText(null);
          HBox line = SheetSection.row(Controls.label(item.title(), item.own() ? "strong-name" : "plain-name"),
              Controls.label(item.says(), "muted", "small"));
          setGraphic(line);
        }
      }
    });
    seenName.setMinWidth(0);
    HBox look = new HBox(10, seenName, seen);
    look.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(what, figure, Controls.spring(), look);
  }

  Segments<Seen> seen() { return seen; }

  /// @param window takes the picture of the window; asked for on the FX thread, when that is chosen first
  Subscription bind(SheetState state, Supplier<WindowPicture> window) {
    figure.getItems().setAll(state.taken().items());
    figure.setOnAction(_ -> {
      if (figure.getValue() != null)
        state.change(o -> o.figure().equals(figure.getValue().id()) ? o
            : o.with(next -> next.figure(figure.getValue().id()).still(OptionalDouble.empty())));
    });
    what.chip(What.FIGURE).setDisable(state.taken().isNothing());
    what.chip(What.WORKSPACE).setDisable(state.taken().isNothing() || state.taken().isOfBenches());
    what.chip(What.WINDOW).setDisable(state.taken().frame().isEmpty());
    return Subscription.combine(what.value().subscribe((_, chosen) -> {
      if (chosen == What.WINDOW && !state.studio().knowsWindow()) state.studio().window(window.get());
      state.change(o -> o.withWhat(chosen));
    }), state.order().subscribe(order -> {
      what.choose(order.what());
      figure.setDisable(order.what() != What.FIGURE);
      figure.getItems().stream().filter(item -> item.id().equals(order.figure())).findFirst()
          .ifPresent(figure::setValue);
    }));
  }

  void beNarrow(boolean narrow) { Controls.present(seenName, !narrow); }
}
