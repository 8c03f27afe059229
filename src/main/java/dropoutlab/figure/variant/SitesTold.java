package dropoutlab.figure.variant;

import dropoutlab.card.Cards;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What dropout makes of sums that were 1, and what it costs at each place alone.
record SitesTold(SitesEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (SitesEvidence.Sums sums : of.sums())
      told.add(Words.of(sums.attention() ? "toldvariants.sites.rows" : "toldvariants.sites.factors",
          EvidenceTold.letter(sums.network()), Numbers.fixed(sums.mean(), 3), Numbers.fixed(sums.sd(), 3),
          Numbers.fixed(sums.expectedSd(), 3), Numbers.count(sums.rows())));
    for (int i = 0; !of.alone().isEmpty() && i < of.alone().getFirst().rises().size(); i++) told.add(alone(i));
    return told;
  }

  /// Where dropout alone costs a network most.
  private String alone(int network) {
    SitesEvidence.Alone most = of.alone().getFirst(), least = most;
    for (SitesEvidence.Alone each : of.alone()) {
      if (each.rises().get(network) > most.rises().get(network)) most = each;
      if (each.rises().get(network) < least.rises().get(network)) least = each;
    }
    return Words.of("toldvariants.sites.alone", EvidenceTold.letter(network), Shown.signed(most.rises().get(network)),
        Cards.named(most.method()).title(), Shown.signed(least.rises().get(network)),
        Cards.named(least.method()).title());
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part sums = table.part(Words.of("toldvariants.sites.sums")),
        alone = table.part(Words.of("toldvariants.sites.places"));
    for (SitesEvidence.Sums each : of.sums()) {
      double width = each.most() / each.counts().size();
      for (int i = 0; i < each.counts().size(); i++)
        sums.row(EvidenceTold.letter(each.network()), i * width, (i + 1) * width, each.counts().get(i));
    }
    for (SitesEvidence.Alone each : of.alone())
      for (int i = 0; i < each.rises().size(); i++)
        alone.row(EvidenceTold.letter(i), Cards.named(each.method()).title(), each.p(), each.rises().get(i),
        each.errors().get(i));
  }
}
