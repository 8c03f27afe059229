package dropoutlab.sweep.folder;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;

/// The machine that computes, and the job of a cluster on whose behalf it does.
public final class Node {
  private static final String NAME = Stream.of(System.getenv("SLURMD_NODENAME"), System.getenv("HOSTNAME"),
      System.getenv("COMPUTERNAME"), host()).filter(name -> name != null && !name.isBlank()).findFirst().orElse("here");
  private static final String JOB = Stream.of(System.getenv("SLURM_ARRAY_JOB_ID"), System.getenv("SLURM_JOB_ID"))
      .filter(Objects::nonNull).findFirst().orElse("");

  private Node() {}

  public static String name() { return NAME; }

  public static String job() { return JOB; }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
