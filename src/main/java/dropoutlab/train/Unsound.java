package dropoutlab.train;

import dropoutlab.frame.Metric;
import dropoutlab.spec.Beside;
import dropoutlab.words.Words;

/// The values that can stop being finite while a network trains.
enum Unsound {
  BATCH_LOSS, LOSS, VALIDATION_LOSS, ERROR, VALIDATION_ERROR, WEIGHT, LEARNT_RATE;

  static Unsound of(Metric metric) {
    return switch (metric) {
      case TRAIN_MASKED, TRAIN -> LOSS;
      case VALIDATION -> VALIDATION_LOSS;
      case TRAIN_ERROR -> ERROR;
      case VALIDATION_ERROR -> VALIDATION_ERROR;
    };
  }

  /// Names the value and its network, for example "the loss of the twin".
  String of(Learner learner) {
    String named = Words.name("train.unsound", this), network = learner.asked().name();
    if (this == LEARNT_RATE) return named;
    return learner.isBeside() ? Words.of("train.of.beside", named, network)
        : learner.is(Beside.TWIN) ? Words.of("train.of.twin", named) : Words.of("train.of.network", named);
  }
}
