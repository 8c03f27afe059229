package dropoutlab.cli.sweep;

import dropoutlab.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Many runs of one experiment, in a folder.
@Command(name = "sweep", mixinStandardHelpOptions = true, subcommands = {PlanCommand.class, RunCommand.class,
    SubmitCommand.class, StatusCommand.class, CollectCommand.class, VerifyCommand.class, RenderSweepCommand.class})
public final class SweepCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), Words.of("sweepcli.command"));
  }
}
