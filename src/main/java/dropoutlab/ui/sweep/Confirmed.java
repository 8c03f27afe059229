package dropoutlab.ui.sweep;

import dropoutlab.data.Schema;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Paired;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.words.Words;
import java.util.Optional;

/// What new seeds say of a value that was chosen on others.
final class Confirmed {
  private Confirmed() {}

  static String of(SweepStatistics again, Schema schema) {
    SweepWords words = new SweepWords(again, schema);
    SeedRange seeds = again.table().sweep().seeds();
    Column column = again.columns().getFirst();
    Optional<Paired> paired = column.paired().filter(pair -> pair.pairs() > 0);
    if (paired.isEmpty()) return Words.of("sweepview.confirm.waits", seeds.first(), seeds.last());
    Paired of = paired.get();
    return Words.of("sweepview.confirm.said", seeds.first(), seeds.last(), words.difference(of.median()),
        SweepTableView.interval(words, of), of.lower(), of.pairs());
  }
}
