package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.Subject;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A sweep that is planned anew: from its folder, from its `sweep.json`, or from a picture of it.
final class PlannedBefore {
  private PlannedBefore() {}

  /// @return empty if an experiment is named
  static Optional<Sweep> named(Optional<String> name) {
    try {
      return name.filter(text -> !Presets.exists(text)).map(Path::of).flatMap(PlannedBefore::sweep);
    } catch (InvalidPathException e) {
      throw new CallerMistake(Words.of("cli.path.bad", name.orElseThrow()), e);
    }
  }

  private static Optional<Sweep> sweep(Path named) {
    if (SweepFolder.is(named)) return Optional.of(read(new Layout(named).sweep()));
    if (!Files.isRegularFile(named)) return Optional.empty();
    if (named.getFileName().equals(new Layout(named).sweep().getFileName())) return Optional.of(read(named));
    if (!RecipeFiles.may(named)) return Optional.empty();
    return RecipeFiles.read(named).subject() instanceof Subject.OfSweep made
        ? Optional.of(SweepJson.read(made.sweep(), named.toString())) : Optional.empty();
  }

  private static Sweep read(Path file) {
    String[] text = new String[1];
    Outputs.saving(file, () -> text[0] = Files.readString(file));
    return SweepJson.read(text[0], file.toString());
  }
}
