package dropoutlab.figure.theory;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import java.util.Optional;

/// The picture of a bench, with what it tells. Neither its words nor its numbers tell an answer that it hides.
public interface BenchFigure extends Figure {
  Told told();

  @Override default Description describe() {
    return new Description(told().title(), told().sentences().stream().filter(each -> !each.isEmpty()).toList());
  }

  @Override default Optional<DataTable> table() { return Optional.of(told().table()); }
}
