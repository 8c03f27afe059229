package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.frame.WeightsEvidence;
import java.util.List;

/// What was measured about two methods, in words and numbers: one kind for each kind of evidence.
interface EvidenceTold {
  List<String> sentences();

  void tabulate(PartTable table);

  static EvidenceTold of(Evidence evidence) {
    return switch (evidence) {
      case UnitsEvidence units -> new UnitsTold(units);
      case WeightsEvidence weights -> new WeightsTold(weights);
      case MapsEvidence maps -> new MapsTold(maps);
      case TimeEvidence time -> new TimeTold(time);
      case LayersEvidence layers -> new LayersTold(layers);
      case SitesEvidence sites -> new SitesTold(sites);
      case NormEvidence norm -> new NormTold(norm);
      case BesideEvidence beside -> new BesideTold(beside);
    };
  }

  /// The letter of a network by its number.
  static String letter(int network) { return Side.Letter.values()[network].name(); }
}
