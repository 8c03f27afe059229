package dropoutlab.sweep.slurm;

import dropoutlab.words.Words;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs of a Slurm cluster. A command that fails, or does not answer, is an [IOException] with one sentence.
///
/// @param environment that the programs get beside this program's own, such as SLURM_CONF
public record Slurm(Map<String, String> environment) {
  private static final long PATIENCE_SECONDS = 30;
  private static final Pattern MAX_ARRAY_SIZE = Pattern.compile("(?m)^MaxArraySize\\s*=\\s*(\\d+)");
  private static final int USUAL_MAX_ARRAY_SIZE = 1001;

  /// Whether jobs can be submitted from this machine.
  public static boolean isHere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(each -> !each.isBlank())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sbatch")));
  }

  /// One more than the largest index that a job array may have.
  public int maxArraySize() throws IOException {
    Matcher found = MAX_ARRAY_SIZE.matcher(call(null, "scontrol", "show", "config"));
    return found.find() ? Integer.parseInt(found.group(1)) : USUAL_MAX_ARRAY_SIZE;
  }

  /// Submits the script of a folder and returns the number of the job.
  public String submit(Path folder) throws IOException {
    return call(folder, "sbatch", "--parsable", JobScript.FILE).strip().split(";", 2)[0];
  }

  /// Keeps the tasks that wait from being started.
  public void hold(String job) throws IOException { call(null, "scontrol", "hold", job); }

  public void release(String job) throws IOException { call(null, "scontrol", "release", job); }

  /// Ends all tasks.
  public void cancel(String job) throws IOException { call(null, "scancel", job); }

  /// Returns the tasks of a job that the cluster still has, with their states as Slurm names them.
  public Queue queue(String job) throws IOException {
    Answer answer = ask(null, "squeue", "--noheader", "--array", "--jobs=" + job, "--format=%K %T %r");
    if (answer.code() != 0) {
      // A job that has been over for some minutes is no longer known.
      if (answer.told().contains("Invalid job id")) return Queue.NONE;
      throw new IOException(Words.of("sweepcli.slurm.refused", "squeue", answer.sentence()));
    }
    Map<Integer, String> tasks = new TreeMap<>();
    boolean held = false;
    for (String line : answer.out().lines().toList()) {
      String[] words = line.strip().split("\\s+", 3);
      if (words.length < 2 || !words[0].matches("\\d+")) continue;
      tasks.put(Integer.parseInt(words[0]), words[1]);
      held |= words.length == 3 && words[2].startsWith("JobHeld");
    }
    return new Queue(tasks, held);
  }

  /// @param tasks those that are not over, with their states
  /// @param held  whether a task is kept from being started
  public record Queue(Map<Integer, String> tasks, boolean held) {
    public static final Queue NONE = new Queue(Map.of(), false);

    public Queue { tasks = Map.copyOf(tasks); }

    public boolean isEmpty() { return tasks.isEmpty(); }

    public long running() { return tasks.values().stream().filter(state -> !state.equals("PENDING")).count(); }

    public long waiting() { return tasks.size() - running(); }
  }

  private record Answer(int code, String out, String told) {
    /// What a program said last is why it failed.
    String sentence() {
      String last = told.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (_, line) -> line);
      return last.replaceFirst("^(\\w+: )?((error|fatal): )?", "");
    }
  }

  private String call(Path folder, String... command) throws IOException {
    Answer answer = ask(folder, command);
    if (answer.code() != 0) throw new IOException(Words.of("sweepcli.slurm.refused", command[0], answer.sentence()));
    return answer.out();
  }

  /// What these programs say is short, and so fits into the system's own buffers until it is read.
  private Answer ask(Path folder, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().putAll(environment);
    if (folder != null) builder.directory(folder.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
        throw new IOException(Words.of("sweepcli.slurm.silent", command[0], PATIENCE_SECONDS));
      return new Answer(process.exitValue(), read(process.getInputStream()), read(process.getErrorStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(Words.of("sweepcli.slurm.silent", command[0], PATIENCE_SECONDS), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
