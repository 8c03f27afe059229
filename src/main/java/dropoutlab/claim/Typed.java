package dropoutlab.claim;

import dropoutlab.words.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers as they may be typed, separated by commas.
final class Typed {
  private Typed() {}

  static String of(List<Double> numbers) {
    return numbers.stream().map(Numbers::typed).collect(Collectors.joining(","));
  }
}
