package dropoutlab.ui.train;

import dropoutlab.data.CsvFile;
import dropoutlab.data.CsvSniff;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.IdxImages;
import dropoutlab.data.IdxNames;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec.Idx;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Job;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Opens the person's own files: tables after a look at how they are read, IDX images with the labels that belong to
/// them. Files are read beside the window, which goes on meanwhile.
final class OwnData {
  private final LabModel model;
  private final Window owner;

  OwnData(LabModel model, Window owner) {
    this.model = model;
    this.owner = owner;
  }

  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open data");
    chooser.getExtensionFilters().addAll(
        new FileChooser.ExtensionFilter("Tables and IDX images", "*.csv", "*.tsv", "*.tab", "*.txt", "*ubyte", "*.gz",
            "*.idx*"),
        new FileChooser.ExtensionFilter("All files", "*.*"));
    File file = chooser.showOpenDialog(owner);
    if (file != null) open(file);
  }

  void open(File file) {
    Path path = file.toPath();
    if (IdxImages.is(path)) openImages(IdxNames.imagesOf(path));
    else if (CsvFile.isNamedSo(path)) openTable(path);
    else model.editor().report("\"" + file.getName() + "\" is neither a table (.csv, .tsv, .tab, .txt) nor images in IDX form "
        + "(…idx3-ubyte).");
  }

  private void openTable(Path file) {
    Experiment experiment = model.experiment().get();
    Job.start("table-reading", _ -> CsvSniff.of(file, CsvStyle.SEEN),
        sniff -> new CsvDialog(file, sniff, owner, spec -> tried(experiment, spec)).ask().ifPresent(this::load),
        model.editor()::report, () -> {});
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
      String beside = "labels in " + labels.getFileName() + testImages.map(file -> ", for validation "
          + file.getFileName()).orElse("");
      Job.start("image-reading", _ -> IdxImages.preview(images, IdxDialog.SHOWN),
          preview -> new IdxDialog(images.getFileName().toString(), preview, beside, owner).ask().ifPresent(mirrored ->
              load(new Idx(images.toString(), labels.toString(), test, testLabels, DataSpec.VALIDATION_SHARE, 0,
                  mirrored, null))),
          model.editor()::report, () -> {});
    }, () -> model.editor().report("The images in \"" + images.getFileName() + "\" need a file with their labels."));
  }

  private Optional<Path> askForLabels() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open the labels of these images");
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  private void load(DataSpec spec) { model.editor().change(e -> e.withData(spec)); }
}
