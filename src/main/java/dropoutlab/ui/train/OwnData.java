package dropoutlab.ui.train;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.spec.DataSpec.Idx;
import dropoutlab.ui.fx.LabModel;
import java.io.File;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Opens the person's own files: CSV after a question about the target, IDX images with the labels that belong to them.
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
        new FileChooser.ExtensionFilter("CSV tables and IDX images", "*.csv", "*.txt", "*idx3-ubyte", "*.gz", "*.idx*"),
        new FileChooser.ExtensionFilter("All files", "*.*"));
    File file = chooser.showOpenDialog(owner);
    if (file != null) open(file);
  }

  private static boolean isTable(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".txt");
  }

  private static boolean isImages(File file) { return file.getName().toLowerCase(Locale.ROOT).contains("idx"); }

  void open(File file) {
    if (isTable(file)) openTable(file);
    else if (isImages(file)) openImages(file);
    else model.report("\"" + file.getName() + "\" is neither a CSV table (.csv) nor images in IDX form (…idx3-ubyte).");
  }

  private void openTable(File file) {
    CsvHeader.read(file).ifPresentOrElse(
        columns -> new CsvDialog(file, columns, owner).ask().ifPresent(
            asked -> load(new Csv(file.getPath(), asked.target(), asked.task(), DataSpec.VALIDATION_SHARE, null))),
        () -> model.report("\"" + file.getName() + "\" has no header line with the names of at least two columns."));
  }

  /// MNIST's names: ...-images-idx3-ubyte goes with ...-labels-idx1-ubyte, train-... with t10k-....
  private void openImages(File file) {
    File images = new File(file.getParentFile(), file.getName().replace("labels", "images").replace("idx1", "idx3"));
    labelsOf(images).or(this::askForLabels).ifPresentOrElse(labels -> {
      File testImages = new File(images.getParentFile(), images.getName().replace("train", "t10k"));
      Optional<File> testLabels = testImages.equals(images) || !testImages.exists() ? Optional.empty()
          : labelsOf(testImages);
      load(new Idx(images.getPath(), labels.getPath(), testLabels.map(_ -> testImages.getPath()).orElse(null),
          testLabels.map(File::getPath).orElse(null), DataSpec.VALIDATION_SHARE, 0, null));
    }, () -> model.report("The images in \"" + images.getName() + "\" need a file with their labels."));
  }

  private static Optional<File> labelsOf(File images) {
    File labels = new File(images.getParentFile(),
        images.getName().replace("images", "labels").replace("idx3", "idx1"));
    return labels.exists() && !labels.equals(images) ? Optional.of(labels) : Optional.empty();
  }

  private Optional<File> askForLabels() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open the labels of these images");
    return Optional.ofNullable(chooser.showOpenDialog(owner));
  }

  private void load(DataSpec spec) { model.change(e -> e.withData(spec)); }
}
