package dropoutlab.ui.saving;

import dropoutlab.ui.train.FileDrop;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks a person for a file.
public interface Chooser {
  /// @param folder in which it begins
  Optional<Path> toOpen(Window owner, Optional<Path> folder);

  /// @param name what the file is called unless the person changes it
  Optional<Path> toSave(Window owner, String title, String name, Optional<Path> folder);

  /// @param folder in which it begins
  default Optional<Path> toOpenFolder(Window owner, String title, Path folder) { return Optional.empty(); }

  /// The window of the system.
  static Chooser ofSystem() {
    return new Chooser() {
      @Override public Optional<Path> toOpen(Window owner, Optional<Path> folder) {
        return Optional.ofNullable(in(folder, FileDrop.chooser()).showOpenDialog(owner)).map(File::toPath);
      }

      @Override public Optional<Path> toSave(Window owner, String title, String name, Optional<Path> folder) {
        FileChooser chooser = in(folder, new FileChooser());
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      }

      @Override public Optional<Path> toOpenFolder(Window owner, String title, Path folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder.toFile().isDirectory()) chooser.setInitialDirectory(folder.toFile());
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
      }

      private FileChooser in(Optional<Path> folder, FileChooser chooser) {
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
      }
    };
  }
}
