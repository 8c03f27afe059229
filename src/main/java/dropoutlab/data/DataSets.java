package dropoutlab.data;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The entrance to all data: from a spec to examples in the engine's units.
public final class DataSets {
  /// The streams of [Purpose#DATA] are: 0 for training examples, 1 for validation examples, 2 for the split.
  private static final int SPLIT = 2;

  private DataSets() {}

  /// A built-in set, as a list of all sets shows it.
  ///
  /// @param name        its name in experiment files
  /// @param title       its name for people, in lower case as inside a sentence
  /// @param description one line
  public record Entry(String name, String title, Task task, String description) {}

  /// Loads the data of an experiment as its network reads them: standardised, or as word indices if the network begins
  /// with an embedding.
  ///
  /// @param base the folder from which relative paths start
  /// @throws DataException with one sentence if a file or the points cannot be learned from
  public static DataSet load(Experiment experiment, Path base) {
    DataSet data = load(experiment.data(), experiment.dataSeed(), base);
    return experiment.network().words().map(words -> WordIndices.of(data, words.vocabulary())).orElse(data);
  }

  /// Makes or reads a data set, completely or not at all; inputs are standardised. The same spec, seed and files give
  /// the same bits everywhere.
  ///
  /// @param seed decides noise and split
  /// @param base the folder from which relative paths start
  /// @throws DataException with one sentence if a file or the points cannot be learned from
  public static DataSet load(DataSpec spec, long seed, Path base) {
    return switch (spec) {
      case DataSpec.Generated generated -> GeneratedSets.make(generated, seed);
      case DataSpec.MaunaLoa maunaLoa -> MaunaLoaTable.load(maunaLoa);
      case DataSpec.Csv csv -> CsvFile.load(csv, base, split(seed));
      case DataSpec.Idx idx -> IdxImages.load(idx, base, split(seed));
      case DataSpec.Points points -> PointSets.load(points, split(seed));
      case DataSpec.Text text -> CharacterText.load(text, base);
      case DataSpec.Autoencoder auto -> Reconstruction.of(load(auto.of(), seed, base));
    };
  }

  /// Returns the built-in sets: those made by code, the CO2 table, and a text.
  public static List<Entry> catalogue() {
    List<Entry> entries = new ArrayList<>();
    for (GeneratedSet set : GeneratedSet.values())
      entries.add(new Entry(set.name().toLowerCase(Locale.ROOT).replace('_', '-'), set.title(), set.task(),
          GeneratedSets.description(set)));
    entries.add(new Entry("mauna-loa", Words.of("data.mauna_loa.title"), Task.REGRESSION,
        Words.of("data.mauna_loa.description")));
    entries.add(new Entry("text", Words.of("data.text.title"), Task.CLASSIFICATION, Words.of("data.text.description")));
    return List.copyOf(entries);
  }

  private static RandomStream split(long seed) { return RandomStream.of(seed, Purpose.DATA, SPLIT); }
}
