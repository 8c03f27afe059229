package dropoutlab.sweep.slurm;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The script of a job array, each task of which takes its share of a sweep. It is to be submitted from the sweep's
/// folder, and stays right when that folder is copied.
///
/// @param name      under which the queue shows the job
/// @param tasks     of the array, numbered from 0
/// @param atOnce    how many may run at the same time; 0 for as many as the cluster gives
/// @param partition "" for the cluster's own
/// @param time      after which a task is ended, as Slurm writes it
/// @param heapMb    what the program may take for its objects
/// @param memoryMb  what a task is given
/// @param program   the words with which the program is called
/// @param from      the folder from which paths start
@RecordBuilder
public record JobScript(String name, int tasks, int atOnce, String partition, String time, long heapMb, long memoryMb,
                        List<String> program, Path from) implements JobScriptBuilder.With {
  /// What it is called in the folder of a sweep.
  public static final String FILE = "submit.sh";
  /// The folder of what the tasks print, which must be there before they begin.
  public static final String LOGS = "log";
  private static final String TEMPLATE = "/assets/slurm/submit.sh";

  public JobScript { program = List.copyOf(program); }

  public String text() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("@NAME@", name.replaceAll("[^\\w.-]+", "-"));
    places.put("@LAST@", Integer.toString(tasks - 1));
    places.put("@AT_ONCE@", atOnce == 0 ? "" : "%" + atOnce);
    places.put("@MEMORY@", Long.toString(memoryMb));
    places.put("@TIME@", time);
    places.put("@PARTITION@", partition.isEmpty() ? "" : "#SBATCH --partition=" + partition + "\n");
    places.put("@HEAP@", Long.toString(heapMb));
    places.put("@TASKS@", Integer.toString(tasks));
    places.put("@FROM@", quoted(from.toAbsolutePath().normalize().toString()));
    places.put("@PROGRAM@", program.stream().map(JobScript::quoted).collect(Collectors.joining(" ")));
    String text = template();
    for (var place : places.entrySet()) text = text.replace(place.getKey(), place.getValue());
    return text;
  }

  /// A word that the shell takes as it is.
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String template() {
    try (InputStream in = JobScript.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The script of a job is missing in the program.", e);
    }
  }
}
