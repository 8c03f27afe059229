package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.figure.plot.Figure;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.Result;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What a figure is drawn of.
public sealed interface Source {
  /// The frame itself.
  record OfFrame(BiFunction<Frame, Drawing, Figure> draw) implements Source {}

  /// The answer to a query.
  ///
  /// @param draw   empty where the answer has no such side
  /// @param ground what the answer will stand on; empty where nothing is known beforehand
  record OfAnswer(Function<Asked, Query> query, BiFunction<Result, Drawing, Optional<Figure>> draw,
                  Function<Drawing, Optional<Figure>> ground) implements Source {}

  /// The frame, and what was measured about the methods in it ([Query.OfMethods]), once that is known.
  record OfMethods(Draw draw) implements Source {
    @FunctionalInterface
    public interface Draw {
      Figure of(Frame frame, Optional<Evidence> evidence, Drawing on);
    }
  }

  /// An example of the data, by its row among those that are shown.
  record OfExample(BiFunction<DataSet, Integer, Figure> draw) implements Source {}

  /// The critics' bench, which has data of its own.
  record OfCritique(Function<Critique, Figure> draw) implements Source {}

  /// The same experiment trained over several seeds.
  record OfSeeds(BiFunction<Replicates, Drawing, Figure> draw) implements Source {}
}
