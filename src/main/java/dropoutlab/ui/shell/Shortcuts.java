package dropoutlab.ui.shell;

import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Workspace;
import java.util.OptionalInt;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// The keys of the whole window. While a text field has the focus only the function keys speak.
final class Shortcuts {
  private final MainWindow window;
  private final LabModel model;

  Shortcuts(MainWindow window, LabModel model) {
    this.window = window;
    this.model = model;
  }

  Subscription bind() {
    EventHandler<KeyEvent> keys = this::press;
    EventHandler<KeyEvent> space = this::spaceFirst;
    window.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    window.addEventFilter(KeyEvent.ANY, space);
    return () -> {
      window.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
      window.removeEventFilter(KeyEvent.ANY, space);
    };
  }

  /// After a click on a button the space bar still means play, and not that button again; only a button reached by Tab
  /// takes it.
  private void spaceFirst(KeyEvent event) {
    if (window.isCovered()) return;
    Node focused = window.getScene().getFocusOwner();
    boolean clicked = focused instanceof ButtonBase && !focused.isFocusVisible();
    if (!clicked || event.getCode() != KeyCode.SPACE) return;
    if (event.getEventType() == KeyEvent.KEY_PRESSED) playOrPause();
    event.consume();
  }

  private void playOrPause() {
    if (!window.shown().get().playOrPause()) model.run().playOrPause();
  }

  private void press(KeyEvent event) {
    if (opensWorkspace(event)) {
      event.consume();
      return;
    }
    boolean types = event.getTarget() instanceof TextInputControl && !event.getCode().isFunctionKey();
    if (types) return;
    if (event.isShortcutDown() ? withControl(event) : !event.isAltDown() && alone(event)) event.consume();
  }

  /// Ctrl 1 is the first, also while a text is being typed.
  private boolean opensWorkspace(KeyEvent event) {
    boolean digit = event.getCode().isDigitKey() || event.getCode().isKeypadKey();
    String name = event.getCode().getName();
    char last = name.charAt(name.length() - 1);
    return event.isShortcutDown() && digit && Character.isDigit(last) && window.open(last - '1');
  }

  private boolean withControl(KeyEvent event) {
    Workspace workspace = window.shown().get();
    if (workspace.pressWithControl(event)) return true;
    if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown()) {
      if (!workspace.redo()) model.editor().redo();
    } else if (event.getCode() == KeyCode.Z) {
      if (!workspace.undo()) model.editor().undo();
    } else if (event.getCode() == KeyCode.O) window.files().chooseAndOpen();
    else if (event.getCode() == KeyCode.S && event.isShiftDown()) window.files().menu().saveAs(() -> {});
    else if (event.getCode() == KeyCode.S) window.files().menu().save();
    else if (event.getCode() == KeyCode.COMMA) window.files().pane().open();
    else if (event.getCode() == KeyCode.E && event.isShiftDown()) window.export().again();
    else if (event.getCode() == KeyCode.E) window.export().open();
    else if (event.getCode() == KeyCode.C) return window.export().copy();
    else return false;
    return true;
  }

  /// A key that writes a character, which a screen reader may want for itself.
  private static boolean isCharacter(KeyEvent event) {
    return !event.getText().isBlank() && event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.ESCAPE;
  }

  private boolean alone(KeyEvent event) {
    if (event.getCode() == KeyCode.SLASH && event.isShiftDown() || event.getText().equals("?")) {
      window.showOrHideKeys();
      return true;
    }
    Workspace workspace = window.shown().get();
    // What lies over everything is closed first.
    if (event.getCode() == KeyCode.ESCAPE && window.closeOverlay()) return true;
    if (!window.files().singleKeys() && isCharacter(event)) return false;
    if (workspace.press(event)) return true;
    switch (event.getCode()) {
      case SPACE -> playOrPause();
      case S -> model.run().step();
      case H -> model.run().halfStep();
      case R -> model.run().reset();
      case P -> workspace.focusDropRate();
      case OPEN_BRACKET -> workspace.changeDropRate(-0.05);
      case CLOSE_BRACKET -> workspace.changeDropRate(0.05);
      case L -> workspace.logOrNot();
      case F -> window.choosePreset(event.getCode());
      case T -> window.nextLook();
      case C -> workspace.showControls(!workspace.controlsShownProperty().get());
      case F1 -> window.showOrHideKeys();
      case F11 -> window.presentOrNot();
      case ESCAPE -> model.run().scrub(OptionalInt.empty());
      default -> {
        return false;
      }
    }
    return true;
  }
}
