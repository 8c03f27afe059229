package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ExampleStepper;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Data that cannot be drawn as a line, a plane or a picture: one example at a time, its inputs as a list.
final class ExampleView extends CardPane implements UncertaintyView {
  private static final int MOST_INPUTS = 60;

  private final ObjectProperty<Integer> example = new SimpleObjectProperty<>(0);
  private final ExampleStepper stepper = new ExampleStepper();
  private final GridPane inputs = new GridPane(18, 4);
  private final Label truth = Controls.label("", "strong");
  private final ClassScoresStrip scores = new ClassScoresStrip();
  private LabModel model;
  private QuerySettings inquiry;
  private PointPasses point;

  ExampleView() {
    super("exampleCard", Words.of("uncertainty.prediction"), Words.of("uncertainty.example.aside"), "");
    inputs.setId("exampleInputs");
    truth.setId("exampleTruth");
    ScrollPane scroll = new ScrollPane(inputs);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Words.of("uncertainty.example.inputs.tip"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(stepper, truth, scroll, scores);
    scores.show(Optional.empty());
    setOnKeyPressed(event -> {
      if (event.getTarget() == scroll || event.getTarget() == this) stepper.press(event);
    });
  }

  @Override public Region region() { return this; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    this.model = model;
    this.inquiry = inquiry;
    return Subscription.combine(stepper.bind(model, example, example::set), example.subscribe((_, _) -> {
      list();
      ask.run();
    }));
  }

  @Override public Optional<Query> question() {
    return Optional.of(FigureKind.MC_PASSES.query(inquiry.asked(model.data().get(), 2, example.get())));
  }

  @Override public void show(Answer answer) {
    if (!(answer.result() instanceof Result.Point found)) return;
    point = found.passes();
    scores.show(point());
  }

  @Override public void forget() {
    point = null;
    scores.show(Optional.empty());
    example.set(0);
    list();
  }

  /// The example itself is known at once.
  @Override public void await() {}

  private void list() {
    inputs.getChildren().clear();
    DataSet data = model.data().get();
    if (data == null) return;
    Schema schema = data.schema();
    int row = Math.min(example.get(), data.shown().size() - 1);
    for (int column = 0; column < Math.min(MOST_INPUTS, schema.inputs().size()); column++) {
      double value = schema.inputScaling().toRaw(column, data.shown().x().at(row, column));
      inputs.addRow(column, Controls.label(schema.inputs().get(column), "muted"),
          Controls.label(Numbers.brief(value, schema.inputSpread(column)), "number"));
    }
    if (schema.inputs().size() > MOST_INPUTS)
      inputs.addRow(MOST_INPUTS,
          Controls.label(Words.of("uncertainty.example.more", schema.inputs().size() - MOST_INPUTS), "faint"));
    truth.setText(truth(data, row));
  }

  private static String truth(DataSet data, int row) {
    Schema schema = data.schema();
    if (schema.task() == Task.CLASSIFICATION)
      return Words.of("uncertainty.example.truth.class", schema.classes().get(data.shown().label(row)));
    return Words.of("uncertainty.example.truth", schema.target(),
        Numbers.reading(data.shownTarget(row), schema.targetSpread()));
  }

  @Override public Optional<PointPasses> point() { return Optional.ofNullable(point); }

  @Override public String reading() {
    return Words.of("uncertainty.example.reading");
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() { return Map.of(); }
}
