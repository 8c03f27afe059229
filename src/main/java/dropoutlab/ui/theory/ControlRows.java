package dropoutlab.ui.theory;

import dropoutlab.card.ClaimCard.ControlText;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Ticks;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The controls of one bench, as its declaration says: a drop rate above, the others below it.
final class ControlRows {
  private static final int LONGEST_COUNT = 20, MOST_ACROSS = 6;

  private final Desk desk;
  private final Bench bench;
  private final Section rate;
  private final Section others = new Section("", false);
  private final List<Consumer<BenchState>> shows = new ArrayList<>();
  private Node first;
  private boolean showing;

  ControlRows(Desk desk, Bench bench) {
    this.desk = desk;
    this.bench = bench;
    others.getStyleClass().add("untitled");
    Section found = null;
    for (Control each : bench.controls()) {
      if (each instanceof Control.Rate p && found == null) found = rate(p);
      else others.add(row(each));
    }
    rate = found;
  }

  List<Section> sections() { return rate == null ? List.of(others) : List.of(rate, others); }

  void focus() { if (first != null) first.requestFocus(); }

  void show(BenchState at) {
    showing = true;
    shows.forEach(each -> each.accept(at));
    showing = false;
  }

  private void first(Node node) { if (first == null) first = node; }

  private String id(Control control) { return "control-" + control.id(); }

  private ControlText text(Control control) { return bench.card().control(control.id()); }

  private void set(Control control, double value) {
    if (!showing) desk.change(settings -> settings.with(control.id(), value));
  }

  /// The drop rate, as everywhere: its slider, the number in large type, and the three numbers.
  private Section rate(Control.Rate control) {
    Label value = Controls.label("", "big-p");
    Label three = Controls.label("", "three-numbers");
    value.setId("benchP");
    three.setMaxWidth(Double.MAX_VALUE);
    three.setAlignment(Pos.CENTER);
    Section section = new Section(text(control).label(), false, value);
    Slider slider = slider(control, 0, control.most(), .05);
    slider.getStyleClass().add("drop-slider");
    slider.valueProperty().subscribe((_, now) -> set(control, Math.rint(100 * now.doubleValue()) / 100));
    shows.add(at -> {
      double p = at.settings().get(control.id());
      slider.setValue(p);
      value.setText(Shown.dropRate(p));
      three.setText(Shown.threeNumbers(p));
    });
    section.add(new VBox(1, slider, new Ticks(control.most(), ticks(control.most()))), three);
    return section;
  }

  /// Quarters, and the end, unless it would stand on one of them.
  private static double[] ticks(double most) {
    return DoubleStream.concat(DoubleStream.of(0, .25, .5, .75).filter(tick -> tick < most - .1), DoubleStream.of(most)).toArray();
  }

  private Slider slider(Control control, double least, double most, double step) {
    Slider slider = Sliders.plain(id(control), least, most, text(control).label());
    slider.setBlockIncrement(step);
    first(slider);
    slider.valueChangingProperty().subscribe((_, dragging) -> {
      if (dragging) desk.beginGesture();
      else desk.endGesture();
    });
    return slider;
  }

  private Node row(Control control) {
    return switch (control) {
      case Control.Rate each -> counted(each, 0, each.most(), .01);
      case Control.Count each when each.most() - each.least() <= LONGEST_COUNT -> new FitRow(text(each).label(), stepper(each));
      case Control.Count each -> counted(each, each.least(), each.most(), 1);
      case Control.Clock each -> clock(each);
      case Control.Numbers each -> numbers(each);
      case Control.Choice each -> new FitRow(text(each).label(), choice(each));
      case Control.File each -> file(each);
    };
  }

  private HBox stepper(Control.Count control) {
    Label value = Controls.label("", "number", "strong", "stepper-value");
    value.setId(id(control));
    Button less = stepButton(control, "-less", Words.of("theory.step.less"), -1);
    Button more = stepButton(control, "-more", Words.of("theory.step.more"), 1);
    shows.add(at -> {
      double now = at.settings().get(control.id());
      value.setText(Numbers.brief(now));
      less.setDisable(now <= control.least());
      more.setDisable(now >= control.most());
    });
    HBox box = new HBox(5, less, value, more);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }

  private Button stepButton(Control.Count control, String ending, String sign, int by) {
    Button button = new Button(sign);
    button.setId(id(control) + ending);
    button.getStyleClass().addAll("chip", "step-button");
    button.setMinWidth(HBox.USE_PREF_SIZE);
    Controls.explain(button, Words.of(by < 0 ? "theory.step.less.tip" : "theory.step.more.tip", text(control).label()));
    first(button);
    button.setOnAction(_ -> {
      desk.endGesture();
      set(control, desk.state().settings().get(control.id()) + by);
    });
    return button;
  }

  private Node counted(Control control, double least, double most, double step) {
    Label value = Controls.label("", "number");
    Slider slider = slider(control, least, most, step);
    slider.valueProperty().subscribe((_, now) -> set(control, Math.rint(now.doubleValue() / step) * step));
    shows.add(at -> {
      slider.setValue(at.settings().get(control.id()));
      value.setText(Numbers.brief(at.settings().get(control.id())));
    });
    return Section.slider(text(control).label(), value, slider);
  }

  /// In equal ratios, as the clock runs.
  private Node clock(Control.Clock control) {
    Label value = Controls.label("", "number");
    double least = Math.max(1, control.least()), span = Math.log(control.most() / least);
    Slider slider = slider(control, 0, 1, .05);
    slider.valueProperty().subscribe((_, now) -> set(control, Math.rint(least * Math.exp(span * now.doubleValue()))));
    shows.add(at -> {
      double now = at.settings().get(control.id());
      slider.setValue(Math.log(Math.max(least, now) / least) / span);
      value.setText(Numbers.count(now));
    });
    return Section.slider(text(control).label(), value, slider);
  }

  /// Beside the label where they are few, else below it, a row of the matrix a line.
  private Node numbers(Control.Numbers control) {
    GridPane grid = new GridPane(6, 2);
    grid.setAlignment(Pos.CENTER_RIGHT);
    int many = control.initial().size();
    int across = control.columns() > MOST_ACROSS ? (control.columns() + 1) / 2 : control.columns();
    for (int i = 0; i < many; i++) {
      int index = i;
      NumberField field = new NumberField(id(control) + (many > 1 ? "-" + i : ""), control,
          many > 1 ? Words.of("theory.number.of", text(control).label(), i + 1) : text(control).label(),
          next -> desk.change(settings -> settings.with(control.id(), index, next)), desk::endGesture);
      field.setOnDragDetected(_ -> desk.beginGesture());
      first(field);
      shows.add(at -> field.show(at.settings().all(control.id()).get(index)));
      grid.add(field, i % across, i / across);
    }
    return new FitRow(text(control).label(), grid);
  }

  private Segments<Integer> choice(Control.Choice control) {
    Segments<Integer> segments = new Segments<>();
    for (int i = 0; i < control.options().size(); i++) {
      String option = text(control).options().get(i);
      segments.with(i, id(control) + "-" + control.options().get(i), option, Words.of("theory.choice.tip", text(control).label(), option));
    }
    segments.value().subscribe((_, now) -> { if (now != null && !showing) set(control, now); });
    shows.add(at -> segments.choose(at.settings().count(control.id())));
    return segments;
  }

  private Node file(Control.File control) {
    Button open = Controls.button(id(control), Words.of("theory.file.open"), Feather.FOLDER, text(control).label());
    open.getStyleClass().add("chip");
    open.setMinWidth(HBox.USE_PREF_SIZE);
    Button none = Controls.quietButton(id(control) + "-none", Feather.X, Words.of("theory.file.none"));
    open.setOnAction(_ -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(text(control).label());
      File chosen = chooser.showOpenDialog(open.getScene().getWindow());
      if (chosen != null) desk.change(settings -> settings.withFile(control.id(), chosen.toPath()));
    });
    none.setOnAction(_ -> desk.change(settings -> settings.withFile(control.id(), null)));
    shows.add(at -> {
      boolean has = at.settings().file(control.id()).isPresent();
      open.setText(has ? Shown.shortened(at.settings().file(control.id()).get().getFileName().toString(), LONGEST_COUNT)
          : Words.of("theory.file.open"));
      Controls.present(none, has);
    });
    HBox box = new HBox(2, open, none);
    box.setAlignment(Pos.CENTER_RIGHT);
    return new FitRow(text(control).label(), box);
  }
}
