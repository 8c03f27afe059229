package dropoutlab.ui.export;

import dropoutlab.export.picture.Sheet;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.Job;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/// Saves and copies pictures, from the sheet and without it, and says so. One a window; lives on the FX thread.
public final class Exporter {
  private static final Duration LONG_ENOUGH = Duration.seconds(6);

  private final Saver saver = new Saver();
  private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final PauseTransition telling = new PauseTransition(LONG_ENOUGH);
  private SheetMemory memory = new SheetMemory();
  private boolean quiet;

  Exporter() {
    telling.setOnFinished(_ -> told.set(Optional.empty()));
    saver.progress().subscribe(this::progress);
  }

  /// What was set last.
  public SheetMemory memory() { return memory; }

  public void remember(SheetMemory kept) { memory = kept; }

  Saver saver() { return saver; }

  /// What is to be said at the foot of the window.
  public ReadOnlyObjectProperty<Optional<Told>> told() { return told.getReadOnlyProperty(); }

  /// Says a sentence at the foot of the window for a moment.
  public void tell(String sentence) { tell(new Told(sentence, Optional.empty())); }

  private void tell(Told next) {
    told.set(Optional.of(next));
    telling.playFromStart();
  }

  /// While the sheet is open, it shows itself how far the saving is.
  private void progress(Optional<Saver.Progress> progress) {
    if (progress.isEmpty() || quiet) return;
    telling.stop();
    told.set(Optional.of(new Told(progress.get().text(),
        Optional.of(new Told.Action("stopSaving", Words.of("sheet.stop"),
        Words.of("sheet.stop.tip"), saver::stop)))));
  }

  /// The name of the figure that the pointer is over, or else that has the focus.
  static Optional<String> pointed(Workspace workspace) {
    Map<String, Supplier<FigureCanvas>> figures = workspace.figures();
    return figures.entrySet().stream().filter(each -> each.getValue().get() != null && each.getValue().get().isHover())
        .map(Map.Entry::getKey)
        .findFirst().or(() -> figures.entrySet().stream()
            .filter(each -> each.getValue().get() != null && each.getValue().get().isFocused())
            .map(Map.Entry::getKey).findFirst());
  }

  static Optional<String> named(Workspace workspace, FigureCanvas canvas) {
    return workspace.figures().entrySet().stream().filter(each -> each.getValue().get() == canvas)
        .map(Map.Entry::getKey).findFirst();
  }

  /// Whether files can be written there.
  static boolean canWrite(Path folder) { return Files.isDirectory(folder) && Files.isWritable(folder); }

  void save(Studio studio, Order order, Targets targets, boolean fromSheet, Runnable saved, Consumer<String> failed) {
    Path folder = memory.folder();
    quiet = fromSheet;
    saver.save(studio, order, targets, folder, () -> {
      memory.keep(order);
      saved.run();
      List<String> names = targets.names();
      tell(new Told(Words.of("sheet.saved", Words.list(names), Folders.shown(folder)), Optional.of(
          new Told.Action("showSaved", Words.of("sheet.show"), Words.of("sheet.show.tip"),
              () -> Folders.open(folder, () -> tell(Words.of("sheet.show.path", folder)))))));
    }, failed);
  }

  /// Saves a figure with the last settings, under a name that is free; whether there are such settings.
  boolean again(Taken taken, Optional<String> figure) {
    if (!memory.isUsed() || !canWrite(memory.folder())) return false;
    if (taken.isNothing()) {
      tell(Words.of("sheet.nothing"));
      return true;
    }
    SheetState state = new SheetState(taken, memory, figure.orElse(memory.figure()));
    Order order = state.now();
    state.close();
    if (state.studio().formats(order).isEmpty()) return false;
    Path folder = memory.folder();
    Job.start("export-names", _ -> free(order, state.studio(), folder),
        targets -> save(state.studio(), order, targets, false, () -> {}, this::tell), this::tell, () -> {});
    return true;
  }

  private static Targets free(Order order, Studio studio, Path folder) {
    Targets wanted = Targets.of(order, studio);
    return wanted.there(folder).isEmpty() ? wanted : wanted.free(order, studio, folder);
  }

  /// Copies a figure as a picture, with the last settings.
  void copy(Taken taken, String figure) {
    if (taken.isNothing()) {
      tell(Words.of("sheet.nothing"));
      return;
    }
    SheetState state = new SheetState(taken, memory, figure);
    copy(state.studio(), state.now());
    state.close();
  }

  private record Copy(Image image, Sheet sheet) {}

  void copy(Studio studio, Order order) {
    Job.start("export-copy", monitor -> picture(studio, order, monitor), copy -> {
      ClipboardContent content = new ClipboardContent();
      content.putImage(copy.image());
      Clipboard.getSystemClipboard().setContent(content);
      tell(Words.of("sheet.copied", studio.taken().heading(order.figure()), copy.sheet().page().widthPixels(),
          copy.sheet().page().heightPixels()));
    }, this::tell, () -> {});
  }

  private static Copy picture(Studio studio, Order order, ProgressMonitor monitor) {
    Sheet sheet = studio.sheet(order, monitor);
    return new Copy(Pixels.of(sheet, Glass.whole(sheet.page())), sheet);
  }
}
