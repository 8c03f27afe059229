package dropoutlab.data;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// The sets that are made by code. Training and validation examples come from separate random streams, so that more
/// examples of one kind leave those of the other as they were.
final class GeneratedSets {
  private GeneratedSets() {}

  static DataSet make(DataSpec.Generated spec, long seed) {
    return switch (spec.set()) {
      case TWO_MOONS -> plane(spec, seed, List.of("upper", "lower"), PlaneSets::twoMoons);
      case CIRCLES -> plane(spec, seed, List.of("outer", "inner"), PlaneSets::circles);
      case XOR -> plane(spec, seed, List.of("same sign", "opposite signs"), PlaneSets::xor);
      case SPIRALS -> plane(spec, seed, List.of("first arm", "second arm"), PlaneSets::spirals);
      case BLOBS -> plane(spec, seed, List.of("top", "left", "right"), PlaneSets::blobs);
      case CUBIC_GAP -> curve(spec, seed, CurveSets.CUBIC_GAP);
      case SINE_GAP -> curve(spec, seed, CurveSets.SINE_GAP);
      case NOISY_LINE -> curve(spec, seed, CurveSets.NOISY_LINE);
      case LINEAR_FIVE -> manyInputs(spec, seed, ManyInputSets.LINEAR_FIVE);
      case FRIEDMAN -> manyInputs(spec, seed, ManyInputSets.FRIEDMAN);
      case DIGITS -> digits(spec, seed);
      case TEMPORAL_ORDER -> temporalOrder(spec, seed);
      case ADDING_PROBLEM -> adding(spec, seed);
    };
  }

  /// Returns one line on what the set is and in what unit its noise is measured.
  static String description(GeneratedSet set) { return Words.name("data.description", set); }

  private static DataSet plane(DataSpec.Generated spec, long seed, List<String> classes, PlaneSets.Shape shape) {
    return Columns.ofClasses(PlaneSets.INPUTS, "class", classes).scale(
        PlaneSets.draw(shape, classes.size(), spec.training(), spec.noise(), training(seed)),
        PlaneSets.draw(shape, classes.size(), spec.validation(), spec.noise(), validation(seed)));
  }

  private static DataSet curve(DataSpec.Generated spec, long seed, CurveSets curve) {
    return Columns.ofRegression(List.of("x"), "y").scale(
        curve.draw(spec.training(), spec.noise(), training(seed)),
        curve.draw(spec.validation(), spec.noise(), validation(seed)));
  }

  private static DataSet manyInputs(DataSpec.Generated spec, long seed, ManyInputSets set) {
    return Columns.ofRegression(set.names(), "y").scale(set.draw(spec.training(), spec.noise(), training(seed)),
        set.draw(spec.validation(), spec.noise(), validation(seed)));
  }

  private static DataSet digits(DataSpec.Generated spec, long seed) {
    List<String> classes = IntStream.range(0, DrawnDigits.CLASSES).mapToObj(Integer::toString).toList();
    return GreyImages.scale(classes, DrawnDigits.draw(spec.training(), spec.noise(), training(seed)),
        DrawnDigits.draw(spec.validation(), spec.noise(), validation(seed)), false);
  }

  private static DataSet temporalOrder(DataSpec.Generated spec, long seed) {
    SequenceSets set = new SequenceSets(spec.length());
    return Columns.ofClasses(set.words(), "order", SequenceSets.CLASSES).scale(
        set.temporalOrder(spec.training(), spec.noise(), training(seed)),
        set.temporalOrder(spec.validation(), spec.noise(), validation(seed)));
  }

  private static DataSet adding(DataSpec.Generated spec, long seed) {
    SequenceSets set = new SequenceSets(spec.length());
    return Columns.ofRegression(set.numbersAndMarks(), "sum").scaleSteps(2,
        set.adding(spec.training(), spec.noise(), training(seed)),
        set.adding(spec.validation(), spec.noise(), validation(seed)));
  }

  private static RandomStream training(long seed) { return RandomStream.of(seed, Purpose.DATA, 0); }

  private static RandomStream validation(long seed) { return RandomStream.of(seed, Purpose.DATA, 1); }
}
