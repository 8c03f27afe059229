package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.data.ForeignGlyphs;
import dropoutlab.data.ImageShape;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ExampleStepper;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Pictures: one that can be turned, moved, blurred and written upon; what the passes say as it turns; and how well
/// their disagreement tells foreign glyphs from what was learned.
final class PictureView extends CardPane implements UncertaintyView {
  private enum Mode { PASSES, TURN, FOREIGN }

  private final Segments<Mode> mode = new Segments<Mode>()
      .with(Mode.PASSES, "picturePasses", Words.of("uncertainty.picture.one"),
          Words.of("uncertainty.picture.one.tip"))
      .with(Mode.TURN, "pictureTurn", Words.of("uncertainty.picture.turn"), Words.of("uncertainty.picture.turn.tip"))
      .with(Mode.FOREIGN, "pictureForeign", Words.of("uncertainty.picture.foreign"),
          Words.of("uncertainty.picture.foreign.tip"));
  private final ObjectProperty<Integer> example = new SimpleObjectProperty<>(0);
  private final ExampleStepper stepper = new ExampleStepper();
  private final PictureTools tools = new PictureTools();
  private final PictureCanvas picture;
  private final FigureCanvas turns;
  private final FigureCanvas foreign;
  private final ClassScoresStrip scores = new ClassScoresStrip();
  private LabModel model;
  private QuerySettings inquiry;
  private PointPasses point;
  private boolean turned;
  private boolean separated;

  PictureView(Appearance appearance) {
    super("pictureCard", Words.of("uncertainty.prediction"), "");
    picture = new PictureCanvas(appearance, tools, stepper);
    turns = new FigureCanvas(appearance, "rotation", Words.of("uncertainty.picture.turn.figure"));
    foreign = new FigureCanvas(appearance, "separation", Words.of("uncertainty.picture.foreign.figure"));
    for (Region canvas : new Region[] {picture.canvas(), turns, foreign}) VBox.setVgrow(canvas, Priority.ALWAYS);
    addTools(mode);
    getChildren().addAll(stepper, picture.canvas(), turns, foreign, scores, tools);
  }

  @Override public Region region() { return this; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    this.model = model;
    this.inquiry = inquiry;
    return Subscription.combine(stepper.bind(model, example, example::set), picture.bind(), turns.bind(),
        foreign.bind(), tools.bind(),
        tools.treatment().subscribe((_, _) -> {
          draw();
          ask.run();
        }),
        example.subscribe((_, _) -> {
          tools.treatment().set(Treatment.NONE);
          draw();
          ask.run();
        }),
        mode.value().subscribe(_ -> {
          present();
          ask.run();
        }));
  }

  private void present() {
    Controls.present(picture.canvas(), mode.get() == Mode.PASSES);
    Controls.present(tools, mode.get() == Mode.PASSES);
    Controls.present(turns, mode.get() == Mode.TURN);
    Controls.present(foreign, mode.get() == Mode.FOREIGN);
    Controls.present(stepper, mode.get() != Mode.FOREIGN);
    scores.show(mode.get() == Mode.PASSES ? point() : Optional.empty());
  }

  @Override public Optional<Query> question() {
    return Optional.of(switch (mode.get()) {
      case PASSES -> new Query.Point(inquiry.sampling().get(), inquiry.noise().get(), treated(),
          OptionalInt.of(row()), inquiry.ensemble().get());
      case TURN -> FigureKind.ROTATION.query(inquiry.asked(model.data().get(), 2, row()));
      case FOREIGN -> FigureKind.SEPARATION.query(inquiry.asked(model.data().get(), 2, row()));
    });
  }

  private int row() { return Math.min(example.get(), model.data().get().shown().size() - 1); }

  private Matrix original() {
    Matrix inputs = model.data().get().shownInputs(row());
    return Matrix.generate(1, inputs.cols(), (_, pixel) -> (float) inputs.get(pixel));
  }

  private Matrix treated() {
    return tools.treatment().get().of(original(), model.data().get().schema().image().orElseThrow());
  }

  @Override public void show(Answer answer) {
    FigureKind.ROTATION.of(answer.result(), drawing()).ifPresent(figure -> {
      turned = true;
      turns.show(figure);
    });
    FigureKind.SEPARATION.of(answer.result(), drawing()).ifPresent(figure -> {
      separated = true;
      foreign.show(figure);
    });
    if (!(answer.result() instanceof Result.Point found)) return;
    point = found.passes();
    scores.show(point());
  }

  private Drawing drawing() {
    return Drawing.print(model.data().get(), model.experiment().get(), example.get());
  }

  @Override public void forget() {
    point = null;
    scores.show(Optional.empty());
    turned = false;
    separated = false;
    await();
    DataSet data = model.data().get();
    if (data == null) return;
    example.set(0);
    tools.treatment().set(Treatment.NONE);
    data.schema().image().ifPresent(shape -> {
      tools.fit(Math.max(shape.width(), shape.height()));
      draw();
    });
  }

  @Override public void await() {
    DataSet data = model.data().get();
    if (data == null || data.schema().image().isEmpty()) return;
    if (!turned) turns.await(waiting(FigureKind.ROTATION));
    if (!separated) foreign.await(waiting(FigureKind.SEPARATION));
  }

  private WaitingFigure waiting(FigureKind kind) {
    return WaitingFigure.amid(kind.ground(drawing()).orElseThrow(), Wait.words(model));
  }

  private void draw() {
    Optional<ImageShape> shape = model.data().get() == null ? Optional.empty() : model.data().get().schema().image();
    if (shape.isEmpty()) return;
    DataSet data = model.data().get();
    String label = data.schema().classes().get(data.shown().label(row()));
    String done = tools.treatment().get().caption();
    picture.show(treated(), shape.get(), done.isEmpty() ? Words.of("uncertainty.picture.label", label)
        : Words.of("uncertainty.picture.label.treated", label, done));
  }

  @Override public boolean hasPoint() { return mode.get() == Mode.PASSES; }

  @Override public Optional<PointPasses> point() { return Optional.ofNullable(point); }

  @Override public String reading() {
    return switch (mode.get()) {
      case PASSES -> Words.of("uncertainty.picture.one.reading");
      case TURN -> Words.of("uncertainty.picture.turn.reading");
      case FOREIGN -> Words.of(ForeignGlyphs.areDigits(model.experiment().get().data())
          ? "uncertainty.picture.foreign.reading.digits" : "uncertainty.picture.foreign.reading");
    };
  }

  

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(FigureKind.IMAGE.id(), () -> picture.canvas().isVisible() ? picture.canvas() : null);
    figures.put(FigureKind.ROTATION.id(), () -> turns.isVisible() ? turns : null);
    figures.put(FigureKind.SEPARATION.id(), () -> foreign.isVisible() ? foreign : null);
    return figures;
  }
}
