package dropoutlab.ui.export;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.validation.ValidationSupport;

/// A small field for one number: applied with Enter or when it is left; what does not fit says why and changes nothing;
/// Escape brings the number back that holds.
final class NumberBox extends TextField {
  private final ValidationSupport validation;
  private final Function<Double, Optional<String>> apply;
  private final Consumer<String> tell;
  private final DoubleFunction<String> written;
  private final Function<String, Optional<Double>> read;
  private String shown = "";
  /// What was refused last, and why; the check of the field comes to the same.
  private String refused = "";
  private String why = "";

  /// @param apply takes a number, and answers in a sentence why it does not
  /// @param tell  is given what is wrong, or ""
  NumberBox(String id, String tip, Function<Double, Optional<String>> apply, Consumer<String> tell) {
    this(id, tip, apply, tell, Sizes::brief, NumberBox::read);
  }

  NumberBox(String id, String tip, Function<Double, Optional<String>> apply, Consumer<String> tell,
      DoubleFunction<String> written,
            Function<String, Optional<Double>> read) {
    this.apply = apply;
    this.tell = tell;
    this.written = written;
    this.read = read;
    setId(id);
    getStyleClass().addAll("number", "sheet-field");
    Controls.explain(this, tip);
    validation = FieldCheck.of(this, this::fault, tell);
    setOnAction(_ -> accept());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe((_, focused) -> { if (!focused) accept(); });
  }

  private static Optional<Double> read(String text) {
    try {
      return Optional.of(Double.parseDouble(text.replace(',', '.'))).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Optional<String> fault(String text) {
    if (text.equals(refused) && !why.isEmpty()) return Optional.of(why);
    return text.equals(shown) || read.apply(text).isPresent() ? Optional.empty()
        : Optional.of(Words.of("sheet.number", text));
  }

  void show(double value) {
    String text = written.apply(value);
    boolean untouched = getText().strip().equals(shown);
    shown = text;
    if (!isFocused() || untouched) setText(text);
    validation.revalidate();
  }

  private void accept() {
    String text = getText().strip();
    if (text.equals(shown)) return;
    Optional<Double> value = read.apply(text);
    Optional<String> fault = value.isEmpty() ? fault(text) : apply.apply(value.get());
    refused = text;
    why = fault.orElse("");
    tell.accept(why);
    if (fault.isEmpty() || !isFocused()) setText(shown);
  }

  private void press(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || getText().equals(shown)) return;
    setText(shown);
    tell.accept("");
    event.consume();
  }
}
