package dropoutlab.cli.sweep;

import picocli.CommandLine.Command;
import java.util.concurrent.Callable;

@Command(name = "collect", mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  @Override public Integer call() { throw new UnsupportedOperationException(); }
}
