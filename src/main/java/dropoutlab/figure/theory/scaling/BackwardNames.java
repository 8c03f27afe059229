package dropoutlab.figure.theory.scaling;

import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What the numbers of the network are called, and what is told of each.
record BackwardNames(Backward of) {
  List<String> all() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < of.inputs(); i++) names.add(Words.of("claimscaling.backward.name_x", i + 1));
    for (int layer = 0; layer + 1 < of.sizes().size(); layer++) {
      for (int from = 0; from < of.sizes().get(layer); from++)
        for (int to = 0; to < of.sizes().get(layer + 1); to++)
          names.add(Words.of("claimscaling.backward.name_w", layer + 1, from + 1, to + 1));
      for (int to = 0; to < of.sizes().get(layer + 1); to++)
        names.add(Words.of("claimscaling.backward.name_b", layer + 1, to + 1));
    }
    return names;
  }

  /// A number's name, and its gradient by all ways.
  String told(int number) {
    String told = all().get(number) + "\n" + Words.of("claimscaling.backward.told_differences", value(0, number)) + "\n"
        + Words.of("claimscaling.backward.told_backward", value(1, number));
    return of.toggled() ? told + "\n" + Words.of("claimscaling.backward.told_toggled", value(2, number)) : told;
  }

  private String value(int way, int number) { return Numbers.brief(of.gradients().at(way, number), 1e-4); }
}
