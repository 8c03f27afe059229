package dropoutlab.ui.train;

import dropoutlab.data.IdxImages;
import dropoutlab.data.ImageShape;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Shows the first images of a file, and asks whether they lie on their side.
final class IdxDialog {
  static final int SHOWN = 14;
  private static final double SIDE = 56;

  private final LabDialog<Boolean> dialog;
  private final TilePane pictures = new TilePane(8, 8);
  private final CheckBox transpose = new CheckBox(Words.of("trainview.idx.transpose"));

  /// @param beside what belongs to the images, in a sentence
  IdxDialog(String name, IdxImages.Preview preview, String beside, Window owner) {
    transpose.setId("idxTranspose");
    pictures.setPrefColumns(6);
    pictures.setId("idxPictures");
    ImageShape shape = preview.shape();
    VBox rows = new VBox(12, Controls.label(Words.of("trainview.idx.told",
        Numbers.count(preview.count()), shape.width(), shape.height(), beside), "muted"), pictures, transpose);
    dialog = new LabDialog<>(Words.of("trainview.idx.open", name), rows, owner, transpose::isSelected);
    transpose.selectedProperty().subscribe(mirrored -> show(preview, mirrored));
  }

  private void show(IdxImages.Preview preview, boolean mirrored) {
    pictures.getChildren().clear();
    for (int image = 0; image < preview.pictures().rows(); image++)
      pictures.getChildren().add(picture(preview, image, mirrored));
  }

  /// Black on white in every look, as on paper.
  private static Node picture(IdxImages.Preview preview, int image, boolean mirrored) {
    int width = preview.shape().width(), height = preview.shape().height();
    WritableImage paper = mirrored ? new WritableImage(height, width) : new WritableImage(width, height);
    PixelWriter writer = paper.getPixelWriter();
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int grey = 255 - (int) Math.round(255 * preview.pictures().at(image, y * width + x));
        writer.setArgb(mirrored ? y : x, mirrored ? x : y, 0xFF000000 | grey << 16 | grey << 8 | grey);
      }
    ImageView view = new ImageView(paper);
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    view.setPreserveRatio(true);
    view.setSmooth(false);
    StackPane framed = new StackPane(view);
    framed.getStyleClass().add("picture-frame");
    return framed;
  }

  /// Whether the images are to be mirrored; empty where they are not to be opened.
  Optional<Boolean> ask() { return dialog.ask(); }
}
