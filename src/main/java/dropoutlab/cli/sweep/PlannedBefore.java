package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.export.recipe.RecipeFiles;
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
      return name.filter(text -> !Presets.exists(text)).map(Path::of).flatMap(PlannedBefore::file)
          .map(file -> SweepJson.read(RecipeFiles.text(file), file.toString()));
    } catch (InvalidPathException e) {
      throw new CallerMistake(Words.of("cli.path.bad", name.orElseThrow()), e);
    }
  }

  private static Optional<Path> file(Path named) {
    if (SweepFolder.is(named)) return Optional.of(new Layout(named).sweep());
    boolean sweep = named.endsWith(new Layout(Path.of("")).sweep()) || RecipeFiles.may(named);
    return Optional.of(named).filter(_ -> sweep && Files.isRegularFile(named));
  }
}
