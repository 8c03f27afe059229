package dropoutlab.ui.shell;

import dropoutlab.export.store.Places;
import dropoutlab.ui.sweep.Seen;
import dropoutlab.ui.sweep.Shelf;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The sweeps of this person, by the window's settings.
final class SweepShelf implements Shelf {
  private final WindowFiles files;
  private final Places places;

  SweepShelf(WindowFiles files, Places places) {
    this.files = files;
    this.places = places;
  }

  @Override public Path parent() { return places.sweeps(); }

  @Override public List<Path> recent() { return files.settings().get().sweeps().keySet().stream().map(Path::of).toList(); }

  @Override public Optional<Seen> seen(Path folder) {
    return Optional.ofNullable(files.settings().get().sweeps().get(folder.toString())).flatMap(Seen::read);
  }

  @Override public void opened(Path folder, Seen now) { files.settings().change(s -> s.swept(folder.toString(), now.text())); }

  @Override public void forget(Path folder) { files.settings().change(s -> s.withoutSweep(folder.toString())); }

  @Override public Optional<Path> choose() { return files.chooseFolder(Words.of("sweepview.bar.open"), parent()); }
}
