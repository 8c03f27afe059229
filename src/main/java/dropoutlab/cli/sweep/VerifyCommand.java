package dropoutlab.cli.sweep;

import picocli.CommandLine.Command;
import java.util.concurrent.Callable;

@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Override public Integer call() { throw new UnsupportedOperationException(); }
}
