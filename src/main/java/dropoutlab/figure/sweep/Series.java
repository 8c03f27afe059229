package dropoutlab.figure.sweep;

import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Quartiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The columns of one value of the second axis; of a sweep along one axis, all of them.
///
/// @param label   of that value; "" if there is one series alone
/// @param columns in the order of the first axis
/// @param shared  of the partner, if it is one run for all columns
/// @param own     the index of the column that is this partner itself, as p = 0 is the twin of all
record Series(int index, String label, List<Column> columns, Optional<Quartiles> shared, OptionalInt own) {
  Series { columns = List.copyOf(columns); }

  /// Returns whether the partner needs a place of its own before the first column.
  boolean apart() { return shared.isPresent() && own.isEmpty(); }

  /// Returns whether each column has a partner of its own.
  boolean beside() { return shared.isEmpty() && columns.stream().anyMatch(column -> !column.partners().isEmpty()); }
}
