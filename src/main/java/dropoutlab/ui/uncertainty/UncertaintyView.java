package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// One of the pictures that the workspace can show in its middle, with the question that it asks.
interface UncertaintyView {
  Region region();

  /// Connects its controls. `ask` is to be run when the question has become another.
  Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask);

  /// What is asked now; empty: nothing.
  Optional<Query> question();

  /// Whether it ever asks anything of the network that is trained.
  default boolean asks() { return true; }

  /// Takes an answer to its question.
  void show(Answer answer);

  /// Nothing of what was shown holds any more: other data.
  void forget();

  /// Says what is waited for, where nothing is shown yet.
  void await();

  /// The passes at one input that belong to what is shown; empty where there are none.
  Optional<PointPasses> point();

  /// Whether it ever has passes at one input, which stand beside it.
  default boolean hasPoint() { return true; }

  /// Where its probe is held; empty for a view without one.
  default Optional<List<Double>> held() { return Optional.empty(); }

  /// Holds it there, where that is a place of the data.
  default void hold(Optional<List<Double>> place) {}

  /// What its pictures say, and what they do not, in a few sentences.
  String reading();

  Map<String, Supplier<FigureCanvas>> figures();
}
