package dropoutlab.cli;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.SeedConverter;
import dropoutlab.cli.parts.Stop;
import dropoutlab.export.ChecksFile;
import dropoutlab.export.Drafts;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Computes every claim both ways and tells whether they agree. The exit code is 1 when a claim fails.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BENCH", arity = "0..*", descriptionKey = "BENCH")
  private List<String> names = List.of();

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--set", paramLabel = "CONTROL=VALUE")
  private List<String> changes = List.of();

  @Option(names = "--seed", paramLabel = "S", converter = SeedConverter.class)
  private Long seed;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--csv", paramLabel = "FILE.csv")
  private Path file;

  @Override public Integer call() {
    if (file != null) Outputs.requireFile("--csv", file);
    List<Bench> benches = names.isEmpty() ? Benches.all() : names.stream().map(BenchArguments::named).toList();
    if (!changes.isEmpty() && benches.size() != 1) throw new CallerMistake(Words.of("cli.check.set"));
    List<Settings> settings = benches.stream().map(bench -> BenchArguments.settings(bench, changes, seed)).toList();
    List<ChecksFile.Check> checks = check(benches, settings);
    if (json) spec.commandLine().getOut().println(ChecksFile.json(checks));
    if (file != null) Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(file, ChecksFile.csv(checks));
        drafts.commit();
      }
    });
    boolean fails = checks.stream().flatMap(check -> check.findings().rows().stream())
        .anyMatch(row -> row.verdict() == Verdict.FAILS);
    return fails ? DropoutLab.OUR_FAULT : DropoutLab.DONE;
  }

  private List<ChecksFile.Check> check(List<Bench> benches, List<Settings> settings) {
    CheckTable table = new CheckTable(spec.commandLine().getOut(), all);
    List<ChecksFile.Check> checks = new ArrayList<>();
    if (!json) table.head();
    try (Stop stop = new Stop()) {
      for (int i = 0; i < benches.size(); i++) {
        Findings findings = BenchArguments.find(benches.get(i), settings.get(i), stop);
        checks.add(new ChecksFile.Check(benches.get(i), settings.get(i), findings));
        if (!json) table.rows(benches.get(i), findings);
      }
    }
    if (!json) table.sum(checks.stream().map(ChecksFile.Check::findings).toList());
    return checks;
  }
}
