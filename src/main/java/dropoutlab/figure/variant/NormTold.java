package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.NormEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// How far the variances of both modes are apart, and what that costs.
record NormTold(NormEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      NormEvidence.Network network = of.networks().get(i);
      long shifted = network.layers().stream().filter(NormTold::isMeasured).filter(NormEvidence.Layer::isShifted).count();
      told.add(Words.of("toldvariants.norm.shifted", letter, shifted,
          network.layers().stream().filter(NormTold::isMeasured).count()));
      NormEvidence.Losses losses = network.losses();
      told.add(Words.of("toldvariants.norm.losses", letter, Numbers.reading(losses.passes()),
          Numbers.reading(losses.off()),
          Numbers.reading(losses.anew())));
    }
    return told;
  }

  private static boolean isMeasured(NormEvidence.Layer layer) {
    return Double.isFinite(layer.training()) && Double.isFinite(layer.inference());
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part layers = table.part(Words.of("toldvariants.norm.layers")),
        noises = table.part(Words.of("toldvariants.norm.noises")),
        losses = table.part(Words.of("toldvariants.norm.cost"));
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      NormEvidence.Network network = of.networks().get(i);
      for (NormEvidence.Layer layer : network.layers())
        layers.row(letter, layer.name(), layer.training(), layer.inference(), isMeasured(layer) ? layer.ratio()
        : Double.NaN);
      for (NormEvidence.Noise noise : network.noises())
        noises.row(letter, network.layers().get(noise.layer()).name(), noise.noise(), noise.squaredMean(),
        noise.variance(),
            noise.expected());
      losses.row(letter, network.losses().passes(), network.losses().off(), network.losses().anew());
    }
  }
}
