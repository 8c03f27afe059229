package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.words.Words;
import picocli.CommandLine.Option;

/// How many runs are trained at the same time.
final class ThreadsArgument {
  private static final int MOST = 1024;

  @Option(names = "--threads", paramLabel = "K")
  private Integer threads;

  int count() {
    if (threads == null) return LocalEngine.usualThreads();
    if (threads < 1 || threads > MOST) throw new CallerMistake(Words.of("sweepcli.threads", MOST, threads));
    return threads;
  }
}
