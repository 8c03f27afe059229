package dropoutlab.ui.train;

import dropoutlab.ui.fx.LabModel;
import java.io.File;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.util.Subscription;

/// Data files dropped onto a node.
public final class FileDrop {
  private FileDrop() {}

  public static Subscription onto(Node node, LabModel model) {
    node.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    });
    node.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      event.setDropCompleted(!files.isEmpty());
      event.consume();
      dropped(files, node, model);
    });
    return () -> {
      node.setOnDragOver(null);
      node.setOnDragDropped(null);
    };
  }

  /// Opens the first of the files. The dialog may open only after the drop has ended.
  static void dropped(List<File> files, Node node, LabModel model) {
    if (!files.isEmpty())
      Platform.runLater(() -> new OwnData(model, node.getScene().getWindow()).open(files.getFirst()));
  }
}
