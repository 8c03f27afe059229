package dropoutlab.ui.theory;

import dropoutlab.claim.Control;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A number with a dotted line under it: it is dragged sideways, stepped by the arrow keys, or typed.
final class NumberField extends StackPane {
  /// How far the pointer moves for one step.
  static final double PIXELS_A_STEP = 4;
  private static final double COARSE = 10, FINE = .1;

  private final Label shown = Controls.label("", "drag-number");
  private final TextField typed = new TextField();
  private final Control control;
  private final DoubleConsumer changed;
  private final Runnable released;
  private double value;
  private double pressedAt;
  private double pressedValue;
  private boolean dragged;

  /// @param changed  takes a new value
  /// @param released hears that a drag has ended
  NumberField(String id, Control control, String name, DoubleConsumer changed, Runnable released) {
    this.control = control;
    this.changed = changed;
    this.released = released;
    setId(id);
    getStyleClass().add("number-field");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SPINNER);
    setAccessibleRoleDescription(name);
    typed.setId(id + "-typed");
    typed.getStyleClass().addAll("number", "mini-field");
    Controls.present(typed, false);
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(shown, typed);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(_ -> released.run());
    setOnMouseClicked(_ -> { if (!dragged) open(""); });
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    addEventHandler(KeyEvent.KEY_TYPED, event -> {
      if (!event.getCharacter().matches("[0-9.\\-]") || typed.isVisible()) return;
      open(event.getCharacter());
      event.consume();
    });
    typed.setOnAction(_ -> close(true));
    typed.focusedProperty().subscribe((_, focused) -> { if (!focused && typed.isVisible()) close(true); });
    typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() != KeyCode.ESCAPE) return;
      close(false);
      event.consume();
    });
  }

  void show(double next) {
    value = next;
    shown.setText(text(next));
    setAccessibleText(Words.of("theory.number", getAccessibleRoleDescription(), shown.getText()));
  }

  private String text(double number) {
    return control instanceof Control.Numbers numbers ? Numbers.brief(number, numbers.step()) : Numbers.brief(number);
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressedAt = event.getScreenX();
    pressedValue = value;
    dragged = false;
  }

  private void drag(MouseEvent event) {
    double steps = Math.rint((event.getScreenX() - pressedAt) / PIXELS_A_STEP);
    if (steps == 0 && !dragged) return;
    dragged = true;
    changed.accept(stepped(control, pressedValue, steps));
  }

  private void step(KeyEvent event) {
    if (typed.isVisible() || event.isShortcutDown()) return;
    double size = event.isShiftDown() ? COARSE : event.isAltDown() ? FINE : 1;
    switch (event.getCode()) {
      case LEFT -> changed.accept(stepped(control, value, -size));
      case RIGHT -> changed.accept(stepped(control, value, size));
      default -> {
        return;
      }
    }
    released.run();
    event.consume();
  }

  private void open(String text) {
    typed.setText(text.isEmpty() ? Numbers.typed(value) : text);
    Controls.present(typed, true);
    Controls.present(shown, false);
    typed.requestFocus();
    if (text.isEmpty()) typed.selectAll();
    else typed.end();
  }

  private void close(boolean take) {
    String text = typed.getText().strip();
    Controls.present(typed, false);
    Controls.present(shown, true);
    requestFocus();
    if (!take) return;
    try {
      double next = Double.parseDouble(text);
      if (Double.isFinite(next)) changed.accept(next);
      released.run();
    } catch (NumberFormatException noNumber) {
      // The number of before stays to be seen.
    }
  }

  /// A value some steps further, free of what adding decimals leaves behind.
  static double stepped(Control control, double from, double steps) {
    double step = switch (control) {
      case Control.Numbers numbers -> numbers.step();
      case Control.Rate _ -> .01;
      case Control.Count _, Control.Clock _, Control.Choice _, Control.File _ -> 1;
    };
    double fine = step * FINE;
    return Math.rint((from + steps * step) / fine) / Math.rint(1 / fine);
  }
}
