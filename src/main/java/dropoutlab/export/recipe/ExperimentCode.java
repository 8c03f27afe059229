package dropoutlab.export.recipe;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name of an experiment, "5d1c-0b7e": equal experiments have the same on every machine, and two different ones
/// hardly ever.
public final class ExperimentCode {
  private ExperimentCode() {}

  public static String of(Experiment experiment) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(ExperimentJson.write(experiment)
          .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 2) + "-" + HexFormat.of().formatHex(digest, 2, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
