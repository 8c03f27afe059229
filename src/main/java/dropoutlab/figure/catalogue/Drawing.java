package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// What figures are drawn with, beside what was found: each takes what it knows of.
///
/// @param experiment as it is set
/// @param example  the row of the examples that are shown that figures of one example are about
/// @param line     the layers of a figure along one input
/// @param alone    whether a map stands for itself, and needs no scale in common with others
/// @param ensemble whether maps are those of the ensemble, where there is one
/// @param probe    a place in the user's units that is marked on what was learned
/// @param weights  with them the edges of thinned networks are drawn
/// @param log      whether the axis of the loss is logarithmic
@RecordBuilder
public record Drawing(DataSet data, Experiment experiment, int example, LineFigure.Options line, boolean alone,
                      boolean ensemble, Optional<List<Double>> probe, Optional<Weights> weights, boolean log)
    implements DrawingBuilder.With {
  /// All that there is, for a printed figure.
  public static Drawing print(DataSet data, Experiment experiment, int example) {
    return new Drawing(data, experiment, example, LineFigure.Options.PRINT, false, false, Optional.empty(),
        Optional.empty(), false);
  }

  Schema schema() { return data.schema(); }
}
