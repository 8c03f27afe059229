package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Temporal order, after Hochreiter and Schmidhuber (1997), experiment 6a: sequences of 20 words, whose class is the
/// order of two marks that are far apart. There is one column per step, with the index of its word: 0 is a blank, 1 to
/// 3 are distractors, 4 and 5 are the marks X and Y.
///
/// The first mark is at a step from 2 to 7 and the second at one from 12 to 17, both uniform; every other step holds a
/// distractor with probability `noise`, else a blank. Each example draws the same number of words from the stream.
final class SequenceSets {
  static final int STEPS = 20;
  static final List<String> CLASSES = List.of("XX", "XY", "YX", "YY");
  static final List<String> INPUTS = IntStream.rangeClosed(1, STEPS).mapToObj(t -> "step" + t).toList();
  private static final int X = 4;

  private SequenceSets() {}

  static RawExamples temporalOrder(int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(CLASSES.size());
    List<double[]> sequences = new ArrayList<>(count);
    double[] labels = new double[count];
    for (int i = 0; i < count; i++) {
      int label = deal.next(random);
      double[] words = new double[STEPS];
      for (int t = 0; t < STEPS; t++) words[t] = distractor(noise, random);
      words[1 + random.nextInt(6)] = X + label / 2;
      words[11 + random.nextInt(6)] = X + label % 2;
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
}
