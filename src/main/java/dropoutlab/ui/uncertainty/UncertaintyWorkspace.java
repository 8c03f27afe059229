package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Result;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.run.Slot;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.AskedOptions;
import dropoutlab.ui.parts.Remembered;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// MC dropout at full size: where a predictive variance comes from, what it means, and where it misleads.
public final class UncertaintyWorkspace extends HBox implements Workspace {
  private static final double GAP = 12;
  private static final double FRAMES_PER_SECOND = 4;

  private final QuerySettings inquiry = new QuerySettings();
  private final InquiryPanel controls = new InquiryPanel();
  private final WorkspaceHeader head = new WorkspaceHeader();
  private final LineView line;
  private final PlaneView plane;
  private final PictureView picture;
  private final ExampleView example = new ExampleView();
  private final QualityView quality;
  private final CriticsView critics;
  private final List<UncertaintyView> views;
  private final PointColumn point;
  private final Label nothing = Controls.label("", "muted");
  private final Shares body = new Shares(Orientation.HORIZONTAL, GAP).with(1, nothing);
  private UncertaintyView view;
  private LabModel model;
  private DataSet data;
  private boolean answered;
  private boolean shown;
  private Optional<List<Double>> place = Optional.empty();

  public UncertaintyWorkspace(Appearance appearance) {
    getStyleClass().add("workspace");
    line = new LineView(appearance);
    plane = new PlaneView(appearance);
    picture = new PictureView(appearance);
    quality = new QualityView(appearance);
    critics = new CriticsView(appearance);
    views = List.of(line, plane, picture, example, quality, critics);
    point = new PointColumn(appearance, GAP);
    nothing.getStyleClass().add("card");
    nothing.setAlignment(Pos.CENTER);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox main = new VBox(8, head, body);
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    getChildren().addAll(controls, main);
  }

  @Override public String id() { return "uncertainty"; }

  @Override public String title() { return Words.of("uncertainty.title"); }

  @Override public Region view() { return this; }

  @Override public Optional<String> misfit(DataSet of) {
    return of.schema().task() == Task.RECONSTRUCTION ? Optional.of(Words.of("autoencoder.uncertainty")) : Optional.empty();
  }

  @Override public Subscription bind(LabModel model) {
    this.model = model;
    Subscription[] bound = views.stream().map(v -> v.bind(model, inquiry, this::ask)).toArray(Subscription[]::new);
    return Subscription.combine(controls.bind(model, inquiry), point.bind(), Subscription.combine(bound));
  }

  @Override public Subscription show(LabModel model) {
    shown = true;
    return Subscription.combine(model.data().subscribe(this::take), model.stage().subscribe(_ -> await()),
        head.topic().subscribe(_ -> choose()),
        inquiry.onChange(this::ask), model.pump().onAnswer(Slot.INQUIRY, this::hear),
        model.pump().onFrame(FRAMES_PER_SECOND, this::tell), head.watch(model.pump()), this::rest);
  }

  private void rest() {
    shown = false;
    model.askNothing(Slot.INQUIRY);
    head.settled();
  }

  /// Other data: the question is there before the first frame of them, so that its answer is soon.
  private void take(DataSet next) {
    if (next == data || next != null && misfit(next).isPresent()) return;
    data = next;
    model.askNothing(Slot.INQUIRY);
    answered = false;
    // What is forgotten must not be asked on the way by the view that is shown still.
    shown = false;
    views.forEach(UncertaintyView::forget);
    shown = true;
    await();
    choose();
    hold();
  }

  private void hold() {
    views.forEach(each -> each.hold(place));
    place = Optional.empty();
  }

  private void await() {
    views.forEach(UncertaintyView::await);
    if (answered) return;
    nothing.setText(Wait.words(model)[0]);
    if (data != null) point.await(drawing());
    if (view == null || view.asks()) head.await(Wait.words(model));
  }

  private Drawing drawing() { return Drawing.print(data, model.experiment().get(), 0); }

  private void choose() {
    if (data == null) return;
    UncertaintyView chosen = switch (head.topic().get()) {
      case PREDICTION -> prediction(data.schema());
      case QUALITY -> quality;
      case CRITICS -> critics;
    };
    if (chosen != view) {
      view = chosen;
      body.getChildren().clear();
      body.with(0.62, view.region()).with(0.38, point.region());
    }
    ask();
  }

  /// Words are no places on a line or in a plane.
  private UncertaintyView prediction(Schema schema) {
    if (schema.image().isPresent()) return picture;
    if (model.experiment().get().network().words().isPresent()) return example;
    return InputSpace.isLine(schema) ? line : InputSpace.isPlane(schema) ? plane : example;
  }

  private void ask() {
    if (view == null || data == null || !shown) return;
    Controls.present(point.region(), view.hasPoint());
    controls.reading().show(view.reading());
    body.requestLayout();
    view.question().ifPresentOrElse(question -> {
      head.asked();
      model.ask(Slot.INQUIRY, question);
    }, () -> {
      model.askNothing(Slot.INQUIRY);
      head.nothingAsked();
    });
    model.pump().latest().ifPresent(this::tell);
  }

  private void tell(Frame frame) {
    if (view != null && view.asks()) head.show(frame, inquiry.sampling().get().p());
  }

  private void hear(Answer answer) {
    if (view == null || data == null) return;
    Frame frame = model.pump().latest().orElseThrow();
    answered = true;
    view.show(answer);
    controls.reading().show(view.reading());
    if (answer.query() == model.query(Slot.INQUIRY).get() && !answer.draft()) head.settled();
    head.show(answer, frame);
    if (view.hasPoint()) point.show(answer.result(), drawing().withWeights(Optional.of(frame.weights())));
    // A draft has not asked the data for their noise yet.
    if (data.schema().task() == Task.REGRESSION && !answer.draft()) showNoise(answer.result());
  }

  private void showNoise(Result finding) {
    if (finding instanceof Result.Line found)
      controls.noise().show(found.noise(), found.aleatoricSd().min(), found.aleatoricSd().max(), data.schema());
    else if (finding instanceof Result.Point found)
      controls.noise().show(found.noise(), found.passes().noiseSd(), found.passes().noiseSd(), data.schema());
  }

  @Override public Map<String, String> remember() {
    Remembered kept = new Remembered().with("view", head.topic().get().name())
        .with("passes", inquiry.sampling().get().passes()).with("held", inquiry.sampling().get().held());
    inquiry.sampling().get().p().ifPresent(p -> kept.with("p", Optional.of(List.of(p))));
    return kept.with("probe", view == null ? Optional.empty() : view.held()).values();
  }

  @Override public void restore(Map<String, String> values) {
    Remembered kept = new Remembered(values);
    kept.of("view", WorkspaceHeader.Topic.class).ifPresent(head::choose);
    kept.count("passes").ifPresent(passes -> inquiry.setPasses(Math.clamp(passes, 1, Sampling.MOST_PASSES)));
    kept.text("held").ifPresent(_ -> inquiry.setHeld(kept.is("held")));
    inquiry.setRate(kept.place("p").map(List::getFirst).filter(p -> p >= 0 && p < 1).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    place = kept.place("probe");
    if (data == model.data().get()) hold();
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    if (view == null) return figures;
    figures.putAll(view.figures());
    if (view.hasPoint()) figures.putAll(point.figures());
    return figures;
  }

  @Override public Map<String, String> options(String figure) { return AskedOptions.of(model.query(Slot.INQUIRY).get()); }

  @Override public void showControls(boolean shown) { Controls.present(controls, shown); }

  @Override public ReadOnlyBooleanProperty controlsShownProperty() { return controls.visibleProperty(); }

  @Override public void focusDropRate() {
    showControls(true);
    controls.rate().focus();
  }

  @Override public void changeDropRate(double delta) { controls.rate().change(delta); }
}
