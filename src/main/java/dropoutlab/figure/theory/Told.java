package dropoutlab.figure.theory;

import dropoutlab.figure.plot.DataTable;
import java.util.List;

/// What the picture of a bench tells in words and numbers.
public interface Told {
  String title();

  /// What is drawn, then what both sides found, then what follows from it; empty ones are left out.
  List<String> sentences();

  DataTable table();
}
