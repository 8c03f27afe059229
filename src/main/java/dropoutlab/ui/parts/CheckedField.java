package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.validation.ValidationSupport;

/// A labelled text field that says what is wrong with its text while it is typed, and applies it with Enter or when it
/// is left. Escape brings the last good text back.
public final class CheckedField extends VBox {
  private final TextField field = new TextField();
  private final Label fault = Controls.label("", "fault");
  private final Function<String, Optional<String>> check;
  private final ValidationSupport validation;
  private String shown = "";

  /// `check` answers what is wrong with a text in one sentence, or empty.
  public CheckedField(String id, String label, String tip, Function<String, Optional<String>> check) {
    this.check = check;
    field.setId(id);
    field.getStyleClass().addAll("number", "short-field");
    Controls.explain(field, tip);
    fault.setId(id + "Fault");
    fault.setWrapText(true);
    Controls.present(fault, false);
    validation = FieldCheck.of(field, text -> text.equals(shown) ? Optional.empty() : check.apply(text), sentence -> {
      fault.setText(sentence);
      Controls.present(fault, !sentence.isEmpty());
    });
    getChildren().addAll(Section.row(label, field), fault);
  }

  /// Takes whole numbers from min to max.
  public static CheckedField whole(String id, String label, String tip, long min, long max) {
    return new CheckedField(id, label, tip, text -> {
      boolean fits = text.matches("\\d{1,16}") && Long.parseLong(text) >= min && Long.parseLong(text) <= max;
      return fits ? Optional.empty() : Optional.of(Words.of("shell.field.whole", min, max));
    });
  }

  /// Takes numbers that `rule` holds for; `wanted` names them: "a number from 0".
  public static CheckedField number(String id, String label, String tip, java.util.function.DoublePredicate rule,
      String wanted) {
    return new CheckedField(id, label, tip, text -> {
      try {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) && rule.test(value) ? Optional.empty()
            : Optional.of(Words.of("shell.field.needs", wanted));
      } catch (NumberFormatException _) {
        return Optional.of(Words.of("shell.field.number", wanted));
      }
    });
  }

  public TextField field() { return field; }

  /// A field of a few characters, to stand beside another.
  public CheckedField small() {
    field.getStyleClass().remove("short-field");
    field.getStyleClass().add("mini-field");
    ((HBox) getChildren().getFirst()).setSpacing(3);
    return this;
  }

  /// Shows a value that is in force.
  public void show(String text) {
    shown = text;
    if (!field.isFocused() || !field.getText().strip().equals(text)) field.setText(text);
    validation.revalidate();
  }

  public Subscription bind(Consumer<String> apply) {
    Runnable tryIt = () -> {
      String text = field.getText().strip();
      if (!text.equals(shown) && check.apply(text).isEmpty()) apply.accept(text);
    };
    field.setOnAction(_ -> tryIt.run());
    field.setOnKeyPressed(event -> {
      if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) field.setText(shown);
    });
    return field.focusedProperty().subscribe((_, focused) -> { if (!focused) tryIt.run(); });
  }
}
