package dropoutlab.ui.train;

import dropoutlab.ui.fx.LabModel;
import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.util.Subscription;

/// Files dropped onto a node.
public final class FileDrop {
  private FileDrop() {}

  /// @param others opens a file of another kind, and says whether it was one
  public static Subscription onto(Node node, LabModel model, Predicate<File> others) {
    node.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    });
    node.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      event.setDropCompleted(!files.isEmpty());
      event.consume();
      dropped(files, node, model, others);
    });
    return () -> {
      node.setOnDragOver(null);
      node.setOnDragDropped(null);
    };
  }

  /// What asks for a file of any kind.
  public static FileChooser chooser() { return FileOpener.chooser(); }

  /// Opens a file as if it had been dropped there.
  public static void open(File file, Node node, LabModel model, Predicate<File> others) {
    new FileOpener(model, node.getScene().getWindow(), others).open(file);
  }

  /// Opens the first of the files. The dialog may open only after the drop has ended.
  static void dropped(List<File> files, Node node, LabModel model, Predicate<File> others) {
    if (!files.isEmpty())
      Platform.runLater(() -> new FileOpener(model, node.getScene().getWindow(), others).open(files.getFirst()));
  }
}
