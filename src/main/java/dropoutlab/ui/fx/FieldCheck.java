package dropoutlab.ui.fx;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.controlsfx.validation.decoration.ValidationDecoration;

/// Checks the text of a field while it is typed.
public final class FieldCheck {
  private FieldCheck() {}

  /// `check` answers what is wrong with a text in one sentence, or empty; `tell` is given that sentence, or "".
  public static ValidationSupport of(TextField field, Function<String, Optional<String>> check,
      Consumer<String> tell) {
    ValidationSupport support = new ValidationSupport();
    support.setValidationDecorator(new Marked(tell));
    support.registerValidator(field, false, (Validator<String>) (control, text) ->
        check.apply(text.strip()).map(wrong -> ValidationResult.fromError(control, wrong))
            .orElseGet(ValidationResult::new));
    return support;
  }

  /// Marks the field by a pseudo-class that each look colours, and tells the sentence in words. The decorations of
  /// ControlsFX themselves would put a new root under the scene, away from the looks' style sheets, and speak in a
  /// tooltip alone.
  private record Marked(Consumer<String> tell) implements ValidationDecoration {
    @Override public void removeDecorations(Control target) { mark(target, ""); }

    @Override public void applyValidationDecoration(ValidationMessage message) {
      mark(message.getTarget(), message.getText());
    }

    @Override public void applyRequiredDecoration(Control target) {}

    private void mark(Control target, String sentence) {
      target.pseudoClassStateChanged(Styles.STATE_DANGER, !sentence.isEmpty());
      tell.accept(sentence);
    }
  }
}
