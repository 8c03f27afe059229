package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.Voter;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [VotersFigure] says of itself: how the passes voted, and how many units the shown networks kept.
final class VotersTold {
  private static final int MOST_CLASSES = 6;

  private final PointPasses passes;
  private final Schema schema;
  private final int[] votes;

  /// @param votes of each class; none for regression
  VotersTold(PointPasses passes, Schema schema, int[] votes) {
    this.passes = passes;
    this.schema = schema;
    this.votes = votes;
  }

  private List<Voter> voters() { return passes.voters(); }

  private boolean classes() { return passes.scores().isPresent(); }

  Description describe() {
    String title = Words.of("told.voters.title");
    if (voters().isEmpty()) return Description.of(title, Words.of("passes.voters.none"));
    String where = PassesTold.where(passes, schema);
    String drawn = Words.count(classes() ? "told.voters.drawn" : "told.voters.drawn.numbers", voters().size(),
        Numbers.count(passes.values().rows()), where);
    return Description.of(title, drawn, classes() ? counted() : reach(), kept());
  }

  private String counted() {
    List<Integer> order = IntStream.range(0, votes.length).filter(c -> votes[c] > 0).boxed()
        .sorted((a, b) -> votes[b] - votes[a]).toList();
    int named = order.size() <= MOST_CLASSES ? order.size() : MOST_CLASSES - 1;
    List<String> told = new ArrayList<>();
    for (int c : order.subList(0, named)) told.add(Words.of("told.voters.votes", votes[c], schema.className(c)));
    int left = order.subList(named, order.size()).stream().mapToInt(c -> votes[c]).sum();
    if (left > 0) told.add(Words.of("told.voters.others", left));
    return Words.count("told.voters.counted", passes.values().rows(), Words.list(told));
  }

  /// Of a side: the lowest or the highest answers.
  private Summary answers(int side) {
    return Summary.of(voters().size(), i -> voters().get(i).side() == side ? voters().get(i).value() : Double.NaN);
  }

  private String reach() {
    Summary low = answers(0), high = answers(1);
    Measured target = Measured.target(schema);
    List<Double> sd = passes.convergence().sd();
    Measured fine = sd.isEmpty() || !(sd.getLast() > 0) ? target
        : new Measured(target.name(), target.unit(), 10 * sd.getLast());
    if (low.isEmpty() || high.isEmpty()) return "";
    return Words.of("told.voters.reach", reach(fine, low), reach(fine, high));
  }

  private static String reach(Measured of, Summary answers) {
    return answers.least() == answers.most() ? of.told(answers.most())
        : Words.of("told.line.from_to", of.told(answers.least()), of.told(answers.most()));
  }

  private static int kept(Matrix mask) {
    return (int) IntStream.range(0, mask.size()).filter(u -> mask.get(u) != 0).count();
  }

  private List<Integer> droppable() {
    List<Matrix> first = voters().getFirst().masks();
    return IntStream.range(0, first.size())
        .filter(l -> voters().stream().anyMatch(voter -> !voter.masks().get(l).isEmpty())).boxed().toList();
  }

  private String kept() {
    List<String> layers = new ArrayList<>();
    for (int l : droppable()) {
      Summary kept = Summary.of(voters().size(), i -> kept(voters().get(i).masks().get(l)));
      layers.add(kept.least() == kept.most()
          ? Words.of("told.voters.kept.same", Numbers.count(kept.least()), voters().getFirst().masks().get(l).size(),
              name(l))
          : Words.of("told.voters.kept", Numbers.count(kept.least()), Numbers.count(kept.most()),
              voters().getFirst().masks().get(l).size(), name(l)));
    }
    return layers.isEmpty() ? "" : Words.of("told.voters.layers", Words.list(layers));
  }

  private static String name(int layer) { return LayerName.inputOrHidden(layer); }

  /// One row a network that is shown.
  Optional<DataTable> table() {
    if (voters().isEmpty()) return Optional.empty();
    String answer = classes() ? Words.of("figure.probability", schema.className(passes.column())) : schema.target();
    List<DataTable.Column> columns = new ArrayList<>(List.of(new DataTable.Column(Words.of("told.pass")),
        new DataTable.Column(Words.of(classes() ? "told.voters.column.vote" : "told.voters.column.side")),
        classes() ? new DataTable.Column(answer) : DataTable.Column.named(answer)));
    for (int l : droppable()) columns.add(new DataTable.Column(Words.of("told.voters.column.kept", name(l))));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (Voter voter : voters()) {
      List<Object> cells = new ArrayList<>(List.of(voter.pass() + 1, classes() ? schema.className(voter.side())
          : Words.of(voter.side() == 0 ? "passes.voters.lowest" : "passes.voters.highest"), voter.value()));
      for (int l : droppable()) cells.add(kept(voter.masks().get(l)));
      rows.add(cells);
    }
    return rows.table();
  }
}
