package dropoutlab.bench;

import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/// The architectures as specs of our own experiments.
final class OurSpecs {
  private OurSpecs() {}

  static NetworkSpec of(Architecture architecture) {
    return switch (architecture) {
      case Architecture.Mlp(int _, List<Integer> hidden, int _) -> new NetworkSpec(0, hidden.stream()
          .map(units -> new NetworkSpec.HiddenLayer(units, Activation.RELU, Work.DROP)).toList(), Initialisation.HE);
      case Architecture.ConvNet(int _, List<Integer> maps, int _) -> body(convolutions(maps));
      case Architecture.Lstm(int _, int _, int units, int _) -> body(List.of(
          new LayerSpec.Recurrent(Cell.LSTM, units, new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, 0, 0, false), true),
          drop()));
      case Architecture.Encoder(int _, int _, int heads, int feedForward, int _) -> body(List.of(
          new LayerSpec.Encoder(heads, feedForward, Work.DROP, Work.DROP, Work.DROP, 0), new LayerSpec.TimePool()));
    };
  }

  private static List<LayerSpec> convolutions(List<Integer> maps) {
    List<LayerSpec> body = new ArrayList<>();
    for (int each : maps) {
      body.add(new LayerSpec.Conv2d(each, 3, 1, 1));
      body.add(new LayerSpec.Activate(Activation.RELU));
      body.add(new LayerSpec.Pool(PoolKind.MAX, 2, 2));
    }
    body.add(drop());
    return body;
  }

  private static LayerSpec drop() { return new LayerSpec.Drop(Work.DROP, new DropoutSpec.Inverted()); }

  private static NetworkSpec body(List<LayerSpec> body) { return new NetworkSpec(0, body, List.of(), Initialisation.HE); }
}
