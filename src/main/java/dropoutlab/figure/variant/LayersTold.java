package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// How many blocks examples go through, what that saves, and what it costs to leave blocks out.
record LayersTold(LayersEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (LayersEvidence.Depths depths : of.depths())
      told.add(Words.of("toldvariants.layers.depths", EvidenceTold.letter(depths.network()),
      Numbers.fixed(depths.mean(), 2),
          Numbers.fixed(depths.expectedMean(), 2), depths.counts().size() - 1));
    for (LayersEvidence.StepTime time : of.times())
      told.add(Words.of("toldvariants.layers.time", EvidenceTold.letter(time.network()), Shown.percent(time.middle()),
          Shown.percent(time.low()), Shown.percent(time.high()), Shown.percent(time.blocks())));
    for (LayersEvidence.Pruned pruned : of.pruned())
      told.add(Words.of("toldvariants.layers.pruned", EvidenceTold.letter(pruned.network()), pruned.blocks().getFirst(),
          Numbers.reading(pruned.losses().getFirst()), pruned.blocks().getLast(),
          Numbers.reading(pruned.losses().getLast())));
    return told;
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part depths = table.part(Words.of("toldvariants.layers.counts")),
        times = table.part(Words.of("toldvariants.layers.times")),
        losses = table.part(Words.of("toldvariants.layers.losses"));
    for (LayersEvidence.Depths each : of.depths())
      for (int blocks = 0; blocks < each.counts().size(); blocks++)
        depths.row(EvidenceTold.letter(each.network()), blocks, each.counts().get(blocks), each.expected().get(blocks));
    for (LayersEvidence.StepTime each : of.times())
      times.row(EvidenceTold.letter(each.network()), each.blocks(), each.low(), each.middle(), each.high(),
      each.steps());
    for (LayersEvidence.Pruned each : of.pruned())
      for (int i = 0; i < each.blocks().size(); i++)
        losses.row(EvidenceTold.letter(each.network()), each.blocks().get(i), each.losses().get(i));
  }
}
