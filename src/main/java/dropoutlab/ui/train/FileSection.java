package dropoutlab.ui.train;

import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.Setting;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What the experiment sets that no control of the window edits: it is kept as it is.
final class FileSection extends Section {
  private final VBox lines = new VBox(5);

  /// @param name  what is set
  /// @param value in a word
  record Line(String name, String value) {}

  FileSection() {
    super(Words.of("trainview.file.title"), false, Controls.label(Words.of("trainview.file.kept"), "faint"));
    setId("fromFile");
    add(lines);
    Controls.present(this, false);
  }

  Subscription bind(LabModel model) { return model.experiment().subscribe(e -> { if (e != null) show(lines(e)); }); }

  private void show(List<Line> set) {
    lines.getChildren().setAll(set.stream().map(FileSection::row).toList());
    Controls.present(this, !set.isEmpty());
  }

  private static VBox row(Line line) {
    Label value = Controls.label(line.value());
    value.setWrapText(true);
    VBox row = new VBox(Controls.label(line.name(), "muted"), value);
    row.setFocusTraversable(false);
    return row;
  }

  /// One for each thing that differs from what is set where nobody chose anything.
  static List<Line> lines(Experiment e) {
    List<Line> lines = new ArrayList<>();
    if (e.startFrom() != null) lines.add(new Line(Words.of("trainview.file.start_from"), fileName(e.startFrom())));
    if (!e.network().body().isEmpty()) lines.add(new Line(Words.of("trainview.file.body"), body(e.network().body())));
    TrainingSpec training = e.training();
    if (training.loss() == LossKind.GAUSSIAN_NLL)
      lines.add(new Line(Words.of("trainview.file.loss"), Words.of("trainview.file.loss.gaussian_nll")));
    addSchedule(lines, "trainview.file.learning_rate_schedule", training.learningRateSchedule());
    addSchedule(lines, "trainview.file.drop_schedule", training.dropSchedule());
    addSchedule(lines, "trainview.file.momentum_schedule", training.momentumSchedule());
    if (training.earlyStopping().on())
      lines.add(new Line(Words.of("trainview.file.early_stopping"),
          Words.count("trainview.file.patience", training.earlyStopping().patience())));
    if (e.regulariser().labelSmoothing() > 0)
      lines.add(new Line(Words.of("trainview.file.label_smoothing"),
          "ε = " + Numbers.typed(e.regulariser().labelSmoothing())));
    if (!training.augmentation().equals(AugmentationSpec.OFF))
      lines.add(new Line(Words.of("trainview.file.augmentation"), augmentation(training.augmentation())));
    if (!e.beside().isEmpty())
      lines.add(new Line(Words.of("trainview.file.beside"),
          Words.list(e.beside().stream().map(Beside::name).toList())));
    if (!e.interventions().isEmpty()) lines.add(new Line(Words.of("trainview.file.plans"), plans(e.interventions())));
    return lines;
  }

  private static String fileName(String path) { return Path.of(path).getFileName().toString(); }

  /// The layers in their order; what follows itself is counted.
  private static String body(List<LayerSpec> body) {
    List<String> names = new ArrayList<>();
    for (int from = 0, to; from < body.size(); from = to) {
      String name = layer(body.get(from));
      for (to = from + 1; to < body.size() && layer(body.get(to)).equals(name); ) to++;
      names.add(to - from == 1 ? name : Words.of("trainview.file.times", to - from, name));
    }
    return String.join(" → ", names);
  }

  private static String layer(LayerSpec layer) { return Words.of("trainview.layer." + Setting.typeOf(layer)); }

  private static void addSchedule(List<Line> lines, String key, ScheduleSpec schedule) {
    if (schedule instanceof ScheduleSpec.Constant) return;
    String settings = Setting.of(schedule).stream().filter(s -> !s.name().equals("epochs") || !s.value().equals(0))
        .map(FileSection::told).collect(Collectors.joining(", "));
    lines.add(new Line(Words.of(key), Words.of("trainview.schedule." + Setting.typeOf(schedule)) + ": " + settings));
  }

  private static String told(Setting<?> setting) {
    return Words.of("trainview.part." + setting.name(), Numbers.typed(((Number) setting.value()).doubleValue()));
  }

  private static String augmentation(AugmentationSpec augmentation) {
    return Setting.of(augmentation).stream().filter(s -> ((Number) s.value()).doubleValue() > 0)
        .map(FileSection::told).collect(Collectors.joining(", "));
  }

  private static String plans(List<Intervention> plans) {
    Map<String, Long> counted = new TreeMap<>(plans.stream().collect(Collectors.groupingBy(plan -> switch (plan) {
      case Intervention.SetDropRates _ -> "trainview.file.plans.rates";
      case Intervention.SetPin _ -> "trainview.file.plans.pins";
    }, Collectors.counting())));
    return Words.list(counted.entrySet().stream()
        .map(each -> Words.count(each.getKey(), each.getValue())).toList());
  }
}
