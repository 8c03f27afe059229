package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Goes through the examples that were held out, or where none were, those to train on, one by one or to a number.
public final class ExampleStepper extends HBox {
  private final Button before = Controls.quietButton("validationBefore", Feather.CHEVRON_LEFT,
      Words.of("shell.example.before"));
  private final Button after = Controls.quietButton("validationAfter", Feather.CHEVRON_RIGHT,
      Words.of("shell.example.after"));
  private final TextField number = new TextField();
  private final Label name = Controls.label(Words.of("shell.example"), "muted");
  private final Label count = Controls.label("", "number");
  private final Label fault = Controls.label("", "fault");
  private LabModel model;
  private ObservableValue<Integer> at;
  private IntConsumer choose;

  public ExampleStepper() {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
    number.setId("validationExample");
    number.getStyleClass().addAll("number", "example-field");
    Controls.explain(number, Words.of("shell.example.number"));
    fault.setId("validationExampleFault");
    fault.setMinWidth(0);
    FieldCheck.of(number, this::fault, fault::setText);
    getChildren().addAll(before, name, number, count, after, fault);
  }

  /// @param at     the row of the example that is looked at
  /// @param choose takes the row of another one
  public Subscription bind(LabModel model, ObservableValue<Integer> at, IntConsumer choose) {
    this.model = model;
    this.at = at;
    this.choose = choose;
    before.setOnAction(_ -> go(-1));
    after.setOnAction(_ -> go(1));
    number.setOnAction(_ -> goToNumber());
    number.setOnKeyPressed(event -> { if (event.getCode() == KeyCode.ESCAPE) show(); });
    return Subscription.combine(model.data().subscribe(_ -> show()), at.subscribe(_ -> show()),
        number.focusedProperty().subscribe((_, focused) -> { if (!focused) goToNumber(); }));
  }

  /// The arrow keys on the picture: a step back or forth, or to the first or last example.
  public void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, UP -> go(-1);
      case RIGHT, DOWN -> go(1);
      case HOME -> go(-at.getValue());
      case END -> go(size() - 1 - at.getValue());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private int size() {
    return model == null || model.data().get() == null ? 0 : model.data().get().shown().size();
  }

  private void show() {
    number.setText(Integer.toString(at.getValue() + 1));
    count.setText(Words.of("shell.example.of", size()));
    boolean training = size() > 0 && !model.data().get().holdsOut();
    name.setText(Words.of(training ? "shell.example.training" : "shell.example"));
  }

  private Optional<String> fault(String text) {
    boolean fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= size();
    return fits || size() == 0 ? Optional.empty() : Optional.of(Words.of("shell.example.fault", size()));
  }

  private void goToNumber() {
    String text = number.getText().strip();
    if (size() > 0 && fault(text).isEmpty()) go(Integer.parseInt(text) - 1 - at.getValue());
  }

  /// From the last example on to the first.
  private void go(int step) {
    if (size() == 0) return;
    choose.accept(Math.floorMod(at.getValue() + step, size()));
  }
}
