package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.sweep.SweepCommand;
import dropoutlab.data.DataException;
import dropoutlab.run.ShortMemory;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// The command line. Exit codes: 0 for success, 2 for a mistake of the caller (one line on the error stream says what
/// is wrong and how to correct it), 1 for a fault of the program, a claim that fails its check included.
@Command(name = "dropout-lab", mixinStandardHelpOptions = true, versionProvider = DropoutLab.Version.class,
    subcommands = {TrainCommand.class, CompareCommand.class, PredictCommand.class, EvaluateCommand.class,
        RenderCommand.class, RecipeCommand.class, CheckCommand.class, ExportPythonCommand.class, ExportOnnxCommand.class,
        ExportNpzCommand.class, SweepCommand.class, GenerateCommand.class, ListCommand.class})
public final class DropoutLab implements Runnable {
  public static final int DONE = Exit.DONE;
  public static final int OUR_FAULT = Exit.OUR_FAULT;
  public static final int CALLERS_MISTAKE = Exit.CALLERS_MISTAKE;

  @Spec private CommandSpec spec;

  private DropoutLab() {}

  /// Runs one command line and returns its exit code.
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = commands().setOut(out).setErr(err);
    int code = execute(line, args);
    if (out.checkError()) {
      err.println(Words.of("cli.output.closed"));
      code = Math.max(code, CALLERS_MISTAKE);
    }
    err.flush();
    return code;
  }

  static CommandLine commands() {
    return new CommandLine(new DropoutLab()).setResourceBundle(Words.resources("cli.help"))
        .registerConverter(Path.class, DropoutLab::path).registerConverter(Integer.class, DropoutLab::wholeNumber)
        .registerConverter(int.class, DropoutLab::wholeNumber).setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true).setExpandAtFiles(false)
        .setParameterExceptionHandler((e, _) -> badArguments(e))
        .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
  }

  /// The memory that a network or a picture needs is not known beforehand on every machine, and so a lack of it is
  /// caught here.
  private static int execute(CommandLine line, String[] args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      line.getErr().println(ShortMemory.cause() + " " + ShortMemory.advice());
      return CALLERS_MISTAKE;
    }
  }

  private static Path path(String text) {
    if (text.isBlank()) throw new TypeConversionException(Words.of("cli.path.empty"));
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(Words.of("cli.path.system", text));
    }
  }

  private static Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(Words.of("cli.number.whole", text, Integer.MAX_VALUE));
    }
  }

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), Words.of("cli.command.none"));
  }

  private static int badArguments(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e.getCause() instanceof CallerMistake mistake) return failed(mistake, command);
    String what = oneLine(e.getMessage());
    if (e instanceof UnmatchedArgumentException unknown && !command.getSubcommands().isEmpty()) {
      String name = oneLine(unknown.getUnmatched().getFirst());
      if (command.getSubcommands().containsKey(name))
        what = Words.of("cli.command.first", name);
      else if (!name.startsWith("-"))
        what = Words.of("cli.command.unknown", name, Suggestion.among(name, command.getSubcommands().keySet()));
    }
    command.getErr().println(Words.of("cli.command.help", sentence(what), command.getCommandSpec().qualifiedName()));
    return CALLERS_MISTAKE;
  }

  private static int failed(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof CallerMistake || e instanceof ExperimentException || e instanceof DataException) {
      err.println(sentence(oneLine(e.getMessage())));
      return CALLERS_MISTAKE;
    }
    err.println(Words.of("cli.fault"));
    e.printStackTrace(err);
    return OUR_FAULT;
  }

  /// A user's file may contain line ends, and control codes that a terminal would obey.
  private static String oneLine(String text) { return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(); }

  private static String sentence(String text) {
    return text.matches(".*[.!?]$") ? text : text + ".";
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override public String[] getVersion() {
      String version = DropoutLab.class.getPackage().getImplementationVersion();
      return new String[] {Words.of("cli.version", version == null ? Words.of("cli.development") : version)};
    }
  }
}
