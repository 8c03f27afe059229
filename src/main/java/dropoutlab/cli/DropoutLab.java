package dropoutlab.cli;

import dropoutlab.data.DataException;
import dropoutlab.spec.ExperimentException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line. Exit codes: 0 done, 2 a mistake of the caller (one line on the error stream says what and how to
/// mend it), 1 a fault of ours.
@Command(name = "dropout-lab", mixinStandardHelpOptions = true, versionProvider = DropoutLab.Version.class,
    description = "See dropout work. Without arguments the window opens.",
    subcommands = {TrainCommand.class, PredictCommand.class, RenderCommand.class, ListCommand.class})
public final class DropoutLab implements Runnable {
  public static final int DONE = 0;
  public static final int OUR_FAULT = 1;
  public static final int CALLERS_MISTAKE = 2;

  @Spec private CommandSpec spec;

  private DropoutLab() {}

  /// Runs one command line and returns its exit code.
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new DropoutLab()).setOut(out).setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true).setExpandAtFiles(false)
        .setParameterExceptionHandler((e, _) -> badArguments(e))
        .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: train, predict, render or list.");
  }

  private static int badArguments(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String what = e.getMessage().lines().findFirst().orElse("The arguments are wrong").strip();
    command.getErr().println(sentence(what) + " See: " + command.getCommandSpec().qualifiedName() + " --help");
    return CALLERS_MISTAKE;
  }

  private static int failed(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof CallerMistake || e instanceof ExperimentException || e instanceof DataException) {
      err.println(sentence(e.getMessage().replaceAll("\\s*\\R\\s*", " ")));
      return CALLERS_MISTAKE;
    }
    err.println("This is a fault of Dropout Lab, not yours; please report it with the lines below.");
    e.printStackTrace(err);
    return OUR_FAULT;
  }

  private static String sentence(String text) {
    return text.matches(".*[.!?]$") ? text : text + ".";
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override public String[] getVersion() {
      String version = DropoutLab.class.getPackage().getImplementationVersion();
      return new String[] {"Dropout Lab " + (version == null ? "(development)" : version)};
    }
  }
}
