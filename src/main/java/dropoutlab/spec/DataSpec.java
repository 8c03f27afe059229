package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

/// The source of the examples. `seed` decides noise and split; null means the seed of the experiment.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DataSpec.Generated.class, name = "generated"),
  @JsonSubTypes.Type(value = DataSpec.MaunaLoa.class, name = "mauna-loa"),
  @JsonSubTypes.Type(value = DataSpec.Csv.class, name = "csv"),
  @JsonSubTypes.Type(value = DataSpec.Idx.class, name = "idx"),
  @JsonSubTypes.Type(value = DataSpec.Points.class, name = "points"),
  @JsonSubTypes.Type(value = DataSpec.Text.class, name = "text"),
  @JsonSubTypes.Type(value = DataSpec.Autoencoder.class, name = "autoencoder"),
})
public sealed interface DataSpec {
  /// The default share of the examples that is held out.
  double VALIDATION_SHARE = 0.25;

  /// The default last year on which [MaunaLoa] trains.
  int LAST_TRAINING_YEAR = 1995;

  Long seed();

  /// Returns whether there are validation data.
  default boolean holdsOut() { return true; }

  /// Returns the same data with files in other places: `path` returns the new place of each file.
  default DataSpec withFiles(UnaryOperator<String> path) {
    return switch (this) {
      case Csv c -> c.with(to -> to.path(path.apply(c.path())).validation(moved(c.validation(), path)));
      case Idx i -> i.with(to -> to.images(path.apply(i.images())).labels(path.apply(i.labels()))
          .validationImages(moved(i.validationImages(), path)).validationLabels(moved(i.validationLabels(), path)));
      case Text text -> text.withPath(moved(text.path(), path));
      case Autoencoder auto -> new Autoencoder(auto.of().withFiles(path));
      case Generated _, MaunaLoa _, Points _ -> this;
    };
  }

  /// Returns the source of the inputs: these data themselves, or those that an autoencoder learns to reconstruct.
  default DataSpec source() { return this instanceof Autoencoder(DataSpec of) ? of : this; }

  private static String moved(String file, UnaryOperator<String> path) { return file == null ? null : path.apply(file); }

  /// A set made by code, with `training` and `validation` examples; `noise` is from 0 to 1 in the set's own unit. `steps`
  /// is the length of the sequences; null means [#STEPS], and sets without sequences allow nothing else.
  @RecordBuilder
  record Generated(GeneratedSet set, int training, int validation, double noise, Integer steps, Long seed)
      implements DataSpec, DataSpecGeneratedBuilder.With {
    /// The default length of sequences.
    public static final int STEPS = 20;
    public static final int LEAST_STEPS = 4;
    public static final int MOST_STEPS = 1000;

    public Generated {
      Check.present("set", set);
      Check.range("training", training, 4, 100_000);
      Check.range("validation", validation, 1, 100_000);
      Check.range("noise", noise, 0, 1);
      if (steps != null) {
        if (!set.isOfSequences()) throw new IllegalArgumentException(Words.of("spec.generated.no_steps", set.title()));
        Check.range("steps", steps, LEAST_STEPS, MOST_STEPS);
      }
    }

    /// Sequences of the usual length, or none.
    public Generated(GeneratedSet set, int training, int validation, double noise, Long seed) {
      this(set, training, validation, noise, null, seed);
    }

    /// Returns the length of the sequences.
    public int length() { return steps == null ? STEPS : steps; }

    /// Returns the same choices for another set; the length is left out if that set has no sequences.
    public Generated ofSet(GeneratedSet other) {
      return new Generated(other, training, validation, noise, other.isOfSequences() ? steps : null, seed);
    }
  }

  /// The annual mean CO2 at Mauna Loa in ppm, 1959 to 2025; the years after `lastTrainingYear` are held out for
  /// validation.
  @RecordBuilder
  record MaunaLoa(int lastTrainingYear, Long seed) implements DataSpec, DataSpecMaunaLoaBuilder.With {
    public MaunaLoa {
      Check.range("lastTrainingYear", lastTrainingYear, 1963, 2024);
    }
  }

  /// A table in a text file. `target` names the column to predict. The inputs are the columns that `inputs` names, or
  /// else all others, without those that `ignore` names. For these keys and those of [CsvStyle], null means the
  /// default; for categories and missing values, the default is to refuse them.
  ///
  /// @param task       null means classification if the target holds words, else regression
  /// @param validation another file with the rows for validation; without it, `validationShare` is held out, 0 for none
  @RecordBuilder
  record Csv(String path, String target, Task task, List<String> inputs, List<String> ignore, Categories categories,
             Missing missing, List<String> missingMarks, String delimiter, String decimal, String encoding,
             Boolean header, String validation, double validationShare, Long seed)
      implements DataSpec, DataSpecCsvBuilder.With {
    public Csv {
      Check.present("path", path);
      Check.present("target", target);
      Autoencoder.refuse(task);
      categories = categories == null ? Categories.REFUSE : categories;
      missing = missing == null ? Missing.REFUSE : missing;
      Check.share("validationShare", validationShare);
      if (inputs != null) {
        Check.entries("inputs", inputs);
        if (inputs.isEmpty()) throw new IllegalArgumentException(Words.of("spec.csv.no_inputs"));
        inputs = List.copyOf(inputs);
      }
      if (ignore != null) {
        Check.entries("ignore", ignore);
        ignore = List.copyOf(ignore);
      }
      CsvStyle style = new CsvStyle(delimiter, decimal, encoding, header, missingMarks);
      delimiter = style.delimiter();
      missingMarks = style.missingMarks();
    }

    /// Makes a table with all defaults: words and gaps among the inputs are refused.
    public Csv(String path, String target, Task task, double validationShare, Long seed) {
      this(path, target, task, null, null, null, null, null, null, null, null, null, null, validationShare, seed);
    }

    public CsvStyle style() { return new CsvStyle(delimiter, decimal, encoding, header, missingMarks); }

    @Override public boolean holdsOut() { return validation != null || validationShare > 0; }
  }

  /// Images and labels in IDX form, plain or gzipped. Without validation files a share of the images is held out, 0 for
  /// none. `limit` is the number of training images to keep, from the first on; 0 keeps all. `transpose` mirrors images
  /// that are stored transposed, as those of EMNIST are.
  @RecordBuilder
  record Idx(String images, String labels, String validationImages, String validationLabels, double validationShare,
             int limit, boolean transpose, Long seed)
      implements DataSpec, DataSpecIdxBuilder.With {
    public Idx {
      Check.present("images", images);
      Check.present("labels", labels);
      Check.share("validationShare", validationShare);
      Check.notNegative("limit", limit);
      if ((validationImages == null) != (validationLabels == null))
        throw new IllegalArgumentException(Words.of("spec.idx.pairs"));
    }

    @Override public boolean holdsOut() { return validationImages != null || validationShare > 0; }
  }

  /// The characters of a text, for prediction of the next character from the `window` characters before it. The text is
  /// given here (`text`) or in the file `path`; without both it is the one that comes with the program. The last share of
  /// the text is held out.
  ///
  /// @param lowerCase whether capitals are read as small letters
  /// @param limit     keeps the first so many characters; 0 keeps all
  @RecordBuilder
  record Text(String text, String path, int window, boolean lowerCase, int limit, double validationShare, Long seed)
      implements DataSpec, DataSpecTextBuilder.With {
    public static final int MOST_CHARACTERS = 100_000;
    public static final int MOST_WINDOW = 128;
    /// The text that comes with the program, with all defaults.
    public static final Text STANDARD = new Text(null, null, 32, true, 0, VALIDATION_SHARE, null);

    public Text {
      Check.range("window", window, 1, MOST_WINDOW);
      Check.range("limit", limit, 0, MOST_CHARACTERS);
      Check.share("validationShare", validationShare);
    }

    @Override public boolean holdsOut() { return validationShare > 0; }
  }

  /// Points clicked onto the plot. Classification reads (x, y) as two inputs and `label` as the class; regression reads
  /// x as the input and y as the target.
  @RecordBuilder
  record Points(Task task, List<Point> points, double validationShare, Long seed)
      implements DataSpec, DataSpecPointsBuilder.With {
    public Points {
      Check.present("task", task);
      Autoencoder.refuse(task);
      Check.entries("points", points);
      Check.share("validationShare", validationShare);
      points = List.copyOf(points);
    }

    @Override public boolean holdsOut() { return validationShare > 0; }
  }

  /// The inputs of other data as the targets of their own: an autoencoder. What the other data would have as a target
  /// is not used.
  record Autoencoder(DataSpec of) implements DataSpec {
    public Autoencoder {
      Check.present("of", of);
      if (of instanceof Autoencoder || of instanceof Text) throw new IllegalArgumentException(Words.of("autoencoder.of"));
    }

    @Override public Long seed() { return of.seed(); }

    @Override public boolean holdsOut() { return of.holdsOut(); }

    private static void refuse(Task task) {
      if (task == Task.RECONSTRUCTION) throw new IllegalArgumentException(Words.of("autoencoder.task"));
    }
  }

  @RecordBuilder
  record Point(double x, double y, int label) implements DataSpecPointBuilder.With {
    /// The bound of numbers in a table, whose rows become points when they are edited.
    private static final double MOST = 1e30;

    public Point {
      Check.range("label", label, 0, 9);
      Check.range("x", x, -MOST, MOST);
      Check.range("y", y, -MOST, MOST);
    }
  }
}
