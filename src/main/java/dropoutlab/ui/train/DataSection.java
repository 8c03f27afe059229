package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Seed;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.OpenFileEvent;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Where the examples come from: the generated sets, the CO2 record, the person's own files, or points clicked.
final class DataSection extends Section {
  private static final int LEAST = 8;
  private static final int MOST = 4_000;

  private final Thumbnails thumbnails;
  private final Slider noise = Sliders.plain("noise", 0, 1, Words.of("trainview.data.noise.tip"));
  private final Slider training = Sliders.plain("training", 0, 1, Words.of("trainview.data.training.tip"));
  private final Label noiseValue = Controls.label("0");
  private final Label trainingValue = Controls.label("0");
  private final CheckedField validation = CheckedField.whole("validation", Words.of("trainview.data.validation"),
      Words.of("trainview.data.validation.tip"), 1, 100_000);
  private final CheckedField seed = new CheckedField("dataSeed", Words.of("trainview.data.seed"),
      Words.of("trainview.data.seed.tip"), text -> text.isEmpty() || Seed.of(text).isPresent()
          ? Optional.empty() : Optional.of(Words.of("trainview.data.seed.fault", Seed.fault('"' + text + '"'))));
  private final CheckedField steps = CheckedField.whole("steps", Words.of("trainview.data.steps"),
      Words.of("trainview.data.steps.tip"), Generated.LEAST_STEPS, Generated.MOST_STEPS);
  private final VBox generated;
  private final Label source = Controls.label("", "muted");
  private final Button open = Controls.button("openFile", Words.of("trainview.data.open"), Feather.FOLDER,
      Words.of("trainview.data.open.tip"));
  private final Button paste = Controls.button("pasteText", Words.of("presets.text.paste"), Feather.CLIPBOARD,
      Words.of("presets.text.paste.tip"));
  private final PointsEditor points = new PointsEditor();
  private boolean showing;

  DataSection(Appearance appearance) {
    super(Words.of("trainview.data.title"), false, Controls.label(Words.of("trainview.restarts"), "faint"));
    thumbnails = new Thumbnails(appearance);
    noise.setBlockIncrement(0.05);
    noise.getStyleClass().add("thin");
    training.getStyleClass().add("thin");
    noiseValue.setId("noiseValue");
    trainingValue.setId("trainingValue");
    source.setId("dataSource");
    source.setWrapText(true);
    open.getStyleClass().addAll("link-button");
    paste.getStyleClass().addAll("link-button");
    generated = new VBox(slider(Words.of("trainview.data.noise"), noiseValue, noise),
        slider(Words.of("trainview.data.training"), trainingValue, training),
        new HBox(2, validation.small(), Controls.spring(), seed.small()), steps.small());
    generated.getStyleClass().add("section-body");
    open.setMinWidth(USE_PREF_SIZE);
    points.toggle().setMinWidth(USE_PREF_SIZE);
    HBox tools = new HBox(4, open, Controls.spring(), points.toggle());
    tools.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    add(thumbnails, generated, source, tools, paste, points);
  }

  PointsEditor points() { return points; }

  Subscription bind(LabModel model) {
    open.setOnAction(_ -> open.fireEvent(new OpenFileEvent()));
    paste.setOnAction(_ -> new FileOpener(model, getScene().getWindow()).pasteText());
    return Subscription.combine(thumbnails.bind(model), points.bind(model), Sliders.gestures(noise, model),
        Sliders.gestures(training, model),
        noise.valueProperty().subscribe((_, v) ->
            change(model, g -> g.withNoise(Math.rint(v.doubleValue() * 100) / 100))),
        training.valueProperty().subscribe((_, v) -> change(model, g -> g.withTraining(examples(v.doubleValue())))),
        validation.bind(text -> change(model, g -> g.withValidation(Integer.parseInt(text)))),
        steps.bind(text -> change(model, g -> g.withSteps(Integer.valueOf(text)))),
        seed.bind(text -> change(model, g -> g.withSeed(text.isEmpty() ? null : Long.valueOf(text)))),
        model.experiment().subscribe(e -> { if (e != null) show(e); }),
        model.data().subscribe(d -> { if (d != null) describe(model.experiment().get().data(), d); }));
  }

  private void change(LabModel model, UnaryOperator<Generated> change) {
    if (!showing && model.experiment().get() != null && model.experiment().get().data() instanceof Generated)
      model.editor().change(e -> e.data() instanceof Generated g ? e.withData(change.apply(g)) : e);
  }

  private void show(Experiment e) {
    Controls.present(generated, e.data() instanceof Generated);
    Controls.present(source, !(e.data() instanceof Generated));
    if (!(e.data() instanceof Generated g)) return;
    showing = true;
    if (Math.rint(noise.getValue() * 100) / 100 != g.noise()) noise.setValue(g.noise());
    if (examples(training.getValue()) != g.training()) training.setValue(position(g.training()));
    showing = false;
    noiseValue.setText(Numbers.fixed(g.noise(), 2));
    trainingValue.setText(Numbers.count(g.training()));
    validation.show(Integer.toString(g.validation()));
    Controls.present(steps, g.set().isOfSequences());
    steps.show(Integer.toString(g.length()));
    seed.show(g.seed() == null ? "" : Long.toString(g.seed()));
  }

  private void describe(DataSpec spec, DataSet data) {
    String train = Numbers.count(data.train().size());
    String told = data.holdsOut() ? Words.of("trainview.data.told", name(spec), train,
        Numbers.count(data.validation().size()))
        : Words.of("trainview.data.told.nothing_held_out", name(spec), train);
    source.setText(String.join("\n", Stream.concat(Stream.of(told), data.notes().stream()).toList()));
  }

  private static String name(DataSpec spec) {
    return switch (spec) {
      case Generated g -> g.set().title();
      case DataSpec.MaunaLoa m -> Words.of("trainview.data.mauna_loa", m.lastTrainingYear());
      case DataSpec.Csv csv -> Words.of("trainview.data.csv", fileName(csv.path()), csv.target());
      case DataSpec.Idx idx -> fileName(idx.images());
      case DataSpec.Points _ -> Words.of("trainview.data.points");
      case DataSpec.Text text -> text.path() != null ? fileName(text.path())
          : Words.of(text.text() != null ? "trainview.data.text.own" : "trainview.data.text.ours");
      case DataSpec.Autoencoder auto -> Words.of("autoencoder.source", name(auto.of()));
    };
  }

  private static String fileName(String path) { return java.nio.file.Path.of(path).getFileName().toString(); }

  /// Example counts in equal ratios along the slider, to two significant digits.
  private static int examples(double position) {
    double count = LEAST * Math.pow((double) MOST / LEAST, position);
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(count)) - 1));
    return (int) (Math.rint(count / unit) * unit);
  }

  private static double position(int examples) {
    return Math.clamp(Math.log((double) examples / LEAST) / Math.log((double) MOST / LEAST), 0, 1);
  }
}
