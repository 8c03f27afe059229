package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sequences of `steps` steps that ask for a memory, because what matters is far apart. Each example draws the same number
/// of words from the stream.
///
/// - **Temporal order**, after Hochreiter and Schmidhuber (1997), experiment 6a: the class is the order of two marks.
///   There is one column per step, with the index of its word: 0 is a blank, 1 to 3 are distractors, 4 and 5 are the
///   marks X and Y. Of 20 steps, the first mark is at a step from 2 to 7 and the second at one from 12 to 17, both
///   uniform; for other lengths these ranges are in proportion. Every other step holds a distractor with probability
///   `noise`, else a blank
/// - **The adding problem**, their experiment 4 in the form of Arjovsky, Shah and Bengio (2016): there are two columns
///   per step, a number that is uniform from 0 to 1, and a mark, which is 1 at one step of each half and 0 elsewhere.
///   The target is the sum of the two marked numbers, plus Gaussian noise of sd `noise`. A constant answer of 1 has a
///   mean squared error of 1/6
record SequenceSets(int steps) {
  static final List<String> CLASSES = List.of("XX", "XY", "YX", "YY");
  private static final int X = 4;

  /// The columns of temporal order.
  List<String> words() { return IntStream.rangeClosed(1, steps).mapToObj(t -> "step" + t).toList(); }

  /// The columns of the adding problem, step by step.
  List<String> numbersAndMarks() {
    return IntStream.rangeClosed(1, steps).boxed().flatMap(t -> Stream.of("number" + t, "mark" + t)).toList();
  }

  RawExamples temporalOrder(int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(CLASSES.size());
    List<double[]> sequences = new ArrayList<>(count);
    double[] labels = new double[count];
    int first = steps / 20, second = first + steps / 2, places = Math.max(1, 3 * steps / 10);
    for (int i = 0; i < count; i++) {
      int label = deal.next(random);
      double[] words = new double[steps];
      for (int t = 0; t < steps; t++) words[t] = distractor(noise, random);
      words[first + random.nextInt(places)] = X + label / 2;
      words[second + random.nextInt(places)] = X + label % 2;
      sequences.add(words);
      labels[i] = label;
    }
    return new RawExamples(sequences, labels);
  }

  /// Both numbers are always drawn, so that more noise adds distractors and leaves the existing ones in place.
  private static int distractor(double noise, RandomStream random) {
    double chance = random.nextDouble();
    int word = 1 + random.nextInt(3);
    return chance < noise ? word : 0;
  }

  RawExamples adding(int count, double noise, RandomStream random) {
    List<double[]> sequences = new ArrayList<>(count);
    double[] sums = new double[count];
    int half = steps / 2;
    for (int i = 0; i < count; i++) {
      double[] sequence = new double[2 * steps];
      for (int t = 0; t < steps; t++) sequence[2 * t] = random.nextDouble();
      int first = random.nextInt(half), second = half + random.nextInt(steps - half);
      sequence[2 * first + 1] = sequence[2 * second + 1] = 1;
      sums[i] = sequence[2 * first] + sequence[2 * second] + noise * random.nextGaussian();
      sequences.add(sequence);
    }
    return new RawExamples(sequences, sums);
  }
}
