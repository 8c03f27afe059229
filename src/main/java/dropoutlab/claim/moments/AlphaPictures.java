package dropoutlab.claim.moments;

import dropoutlab.claim.moments.SeluNetworks.Noise;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.theory.DeepMoments;
import dropoutlab.theory.SeluMoments;
import dropoutlab.theory.UnitNoise;
import java.util.List;
import java.util.Map;

/// What both sides know of alpha and plain dropout, to be drawn.
final class AlphaPictures {
  private AlphaPictures() {}

  static MomentsPicture.Alpha of(double p, int depth, Noise asked, Map<Noise, SeluRun> engine, float dropped) {
    return new MomentsPicture.Alpha(p, depth, asked == Noise.ALPHA, dropped, SeluMoments.LOWER_LIMIT,
        SeluMoments.LAMBDA, noise(AlphaKeeps.law(Noise.ALPHA, p), engine.get(Noise.ALPHA), dropped),
        noise(AlphaKeeps.law(Noise.PLAIN, p), engine.get(Noise.PLAIN), 0));
  }

  private static MomentsPicture.Noise noise(UnitNoise law, SeluRun run, float dropped) {
    List<DeepMoments.Stage> exact = DeepMoments.of(law, SeluNetworks.WIDTH, run.stages() - 1);
    Matrix stages = Matrix.generate(run.stages(), MomentsPicture.Noise.ERROR + 1, (stage, of) -> switch (of) {
      case MomentsPicture.Noise.MEAN -> exact.get(stage).mean();
      case MomentsPicture.Noise.VARIANCE -> exact.get(stage).variance();
      case MomentsPicture.Noise.ENGINE_MEAN -> run.mean(stage);
      case MomentsPicture.Noise.ENGINE_VARIANCE -> run.variance(stage);
      default -> run.squareError(stage);
    });
    return new MomentsPicture.Noise(law.scale(), law.shift(), law.dropped(), run.density(dropped), SeluRun.FROM,
        SeluRun.BIN, run.share(dropped), stages);
  }
}
