package dropoutlab.ui.train;

import dropoutlab.data.CsvFile;
import dropoutlab.data.CsvSniff;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.IdxImages;
import dropoutlab.data.IdxNames;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec.Idx;
import dropoutlab.spec.DataSpec.Text;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Opens files: experiments and models as they are, tables after a look at how they are read, IDX images with the
/// labels that belong to them. Files are read beside the window, which goes on meanwhile.
final class FileOpener {
  private final LabModel model;
  private final Window owner;
  private final Predicate<File> others;

  FileOpener(LabModel model, Window owner) { this(model, owner, _ -> false); }

  /// @param others opens a file of another kind, and says whether it was one
  FileOpener(LabModel model, Window owner, Predicate<File> others) {
    this.others = others;
    this.model = model;
    this.owner = owner;
  }

  static FileChooser chooser() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of("trainview.open.title"));
    chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Words.of("trainview.open.known"), "*.dropoutlab", "*.json",
        "*.png", "*.svg", "*.pdf", "*.gif", "*.csv", "*.tsv",
        "*.tab", "*.txt", "*ubyte", "*.gz", "*.idx*"), new FileChooser.ExtensionFilter(Words.of("trainview.open.all"),
            "*.*"));
    return chooser;
  }

  void open(File file) {
    Path path = file.toPath();
    if (others.test(file)) return;
    if (file.getName().toLowerCase(Locale.ROOT).endsWith(".json")) openExperiment(path);
    else if (IdxImages.is(path)) openImages(IdxNames.imagesOf(path));
    else if (CsvFile.isNamedSo(path)) openTable(path);
    else model.editor().report(Words.of("trainview.open.unknown", file.getName()));
  }

  private void openExperiment(Path file) {
    OpenedFile opened = new OpenedFile(file, model.experiment().get(), model.data().get());
    Job.start("experiment-reading", _ -> opened.experiment(), model.editor()::open, model.editor()::report, () -> {});
  }

  private void openTable(Path file) {
    Experiment experiment = model.experiment().get();
    boolean maybeProse = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    Job.start("table-reading", _ -> CsvSniff.of(file, CsvStyle.SEEN),
        sniff -> {
          if (maybeProse && !sniff.hasNumbers()) openText(file);
          else new CsvDialog(file, sniff, owner, spec -> tried(experiment, spec)).ask().ifPresent(this::load);
        },
        maybeProse ? _ -> openText(file) : model.editor()::report, () -> {});
  }

  /// A text file without columns of numbers is no table, but something to read.
  private void openText(Path file) {
    ask(Text.STANDARD.with(to -> to.path(file.toString()).limit(Text.MOST_CHARACTERS)));
  }

  /// Asks for a text, beginning with the one that was pasted before.
  void pasteText() {
    ask(model.experiment().get().data() instanceof Text text && text.text() != null ? text
        : Text.STANDARD.withText(""));
  }

  private void ask(Text start) {
    new TextDialog(start, owner, spec -> DataSets.load(spec, 0, Path.of(""))).ask()
        .ifPresent(text -> model.editor().change(text::after));
  }

  /// What these data would be for the experiment that is set.
  private static DataSet tried(Experiment experiment, DataSpec spec) {
    return DataSets.load(experiment.withData(spec).withoutInterventions(), Path.of(""));
  }

  /// The files of MNIST and its kin are found by their names.
  private void openImages(Path images) {
    IdxNames.labelsOf(images).or(this::askForLabels).ifPresentOrElse(labels -> {
      Optional<Path> testImages = IdxNames.testImagesOf(images).filter(test -> IdxNames.labelsOf(test).isPresent());
      String test = testImages.map(Path::toString).orElse(null);
      String testLabels = testImages.flatMap(IdxNames::labelsOf).map(Path::toString).orElse(null);
      String beside = testImages.map(file -> Words.of("trainview.open.images_beside.validated",
          labels.getFileName().toString(),
          file.getFileName().toString())).orElseGet(() -> Words.of("trainview.open.images_beside",
              labels.getFileName().toString()));
      Job.start("image-reading", _ -> IdxImages.preview(images, IdxDialog.SHOWN),
          preview -> new IdxDialog(images.getFileName().toString(), preview, beside, owner).ask().ifPresent(mirrored ->
              load(new Idx(images.toString(), labels.toString(), test, testLabels, DataSpec.VALIDATION_SHARE, 0,
                  mirrored, null))),
          model.editor()::report, () -> {});
    }, () -> model.editor().report(Words.of("trainview.open.labels_missing", images.getFileName().toString())));
  }

  private Optional<Path> askForLabels() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.of("trainview.open.labels"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  private void load(DataSpec spec) { model.editor().change(e -> e.withData(spec)); }
}
