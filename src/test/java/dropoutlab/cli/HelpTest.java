package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/// The help of the commands. Oracle: the texts of `cli.properties`, and one page as it has always been.
class HelpTest {
  private static final ResourceBundle TEXTS = Words.resources("cli.help");
  private static final List<CommandSpec> COMMANDS = all(DropoutLab.commands());

  private static List<CommandSpec> all(CommandLine line) {
    List<CommandSpec> all = new ArrayList<>(List.of(line.getCommandSpec()));
    line.getSubcommands().values().forEach(each -> all.addAll(all(each)));
    return all;
  }

  /// Returns the possible names of the text for an argument, the most specific first.
  private static List<String> keys(CommandSpec command, ArgSpec argument) {
    String name = argument.isOption() ? ((OptionSpec) argument).longestName().replaceFirst("^-+", "")
        : argument.paramLabel();
    if (argument.isOption() && !argument.descriptionKey().isEmpty()) name = argument.descriptionKey();
    return List.of(command.qualifiedName(".") + "." + name, name);
  }

  private static List<ArgSpec> arguments(CommandSpec command) {
    return Stream.concat(command.options().stream(), command.positionalParameters().stream())
        .map(ArgSpec.class::cast).toList();
  }

  @Test void everyArgumentIsDescribedInTheTextsOfItsCommand() {
    for (CommandSpec command : COMMANDS)
      for (ArgSpec argument : arguments(command)) {
        List<String> keys = keys(command, argument).stream().filter(TEXTS::containsKey).toList();
        if (!keys.isEmpty())
          assertThat(argument.description()).as(keys.getFirst()).containsExactly(shown(argument, keys.getFirst()));
        else if (!needsNone(argument)) assertThat(argument.description()).as(argument.paramLabel()).isNotEmpty();
      }
  }

  private static String shown(ArgSpec argument, String key) {
    return TEXTS.getString(key).replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
  }

  /// The name of a file that needs no explanation.
  private static boolean needsNone(ArgSpec argument) { return argument.paramLabel().equals("metrics.json"); }

  @Test void everyTextBelongsToACommandOrAnArgument() {
    Set<String> known = new HashSet<>();
    for (CommandSpec command : COMMANDS) {
      arguments(command).forEach(argument -> known.addAll(keys(command, argument)));
      String usage = command.qualifiedName(".") + ".usage.";
      known.add(usage + "description");
      known.add(usage + "footer");
      for (int line = 0; line < 10; line++) known.add(usage + "footer." + line);
    }
    assertThat(Collections.list(TEXTS.getKeys())).isSubsetOf(known);
    for (CommandSpec command : COMMANDS)
      assertThat(command.usageMessage().description()).as(command.name()).isNotEmpty();
  }

  @Test void aPageOfHelpReadsAsItAlwaysHas() {
    assertThat(Arrays.asList(DropoutLab.commands().getSubcommands().get("generate").setUsageHelpAutoWidth(false)
        .getUsageMessage(CommandLine.Help.Ansi.OFF).split("\\R"))).containsExactly(
        "Usage: dropout-lab generate [-hV] [--noise=V] [--out=FILE.csv] [--rows=N]",
        "                            [--seed=S] [--steps=N] SET",
        "Writes examples of a generated set as CSV, inputs first and the target last.",
        "      SET              See: dropout-lab list datasets.",
        "  -h, --help           Show this help message and exit.",
        "      --noise=V        In the set's own unit, from 0 to 1. Default: 0.33.",
        "      --out=FILE.csv   Default: standard output.",
        "      --rows=N         Default: 1000.",
        "      --seed=S         Another seed, other examples; that of a training gives",
        "                         the training examples. Default: 1.",
        "      --steps=N        The length of the sequences of temporal-order and",
        "                         adding-problem. Default: 20.",
        "  -V, --version        Print version information and exit.");
  }
}
