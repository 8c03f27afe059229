package dropoutlab.card;

import dropoutlab.frame.Phase;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The equations of a method in both modes and backward; each list has at least one.
public record Equations(List<Equation> training, List<Equation> inference, List<Equation> backward) {
  public Equations {
    training = List.copyOf(training);
    inference = List.copyOf(inference);
    backward = List.copyOf(backward);
  }

  public enum Part {
    TRAINING, INFERENCE, BACKWARD;

    /// Returns what computes in a half-step of training; empty for the update, which follows no equation of a card.
    /// Inference is computed at the end of an epoch, in no half-step.
    public static Optional<Part> of(Phase phase) {
      return switch (phase) {
        case FORWARD, MASK -> Optional.of(TRAINING);
        case BACKWARD -> Optional.of(BACKWARD);
        case UPDATE -> Optional.empty();
      };
    }

    public String title() { return Words.name("card.part", this); }
  }

  public List<Equation> of(Part part) {
    return switch (part) {
      case TRAINING -> training;
      case INFERENCE -> inference;
      case BACKWARD -> backward;
    };
  }

  public Stream<Equation> all() { return Stream.of(training, inference, backward).flatMap(List::stream); }
}
