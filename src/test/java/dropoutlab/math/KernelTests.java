package dropoutlab.math;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Runs the tests of this package in this virtual machine, except the one that starts other machines. Exits with 1 if
/// one fails.
final class KernelTests {
  private KernelTests() {}

  public static void main(String[] args) {
    SummaryGeneratingListener results = new SummaryGeneratingListener();
    LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage(KernelTests.class.getPackageName()))
        .filters(ClassNameFilter.excludeClassNamePatterns(KernelWidthsTest.class.getName())).build(), results);
    var summary = results.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out), 20);
    System.out.println(Vectors.described() + ": " + summary.getTestsSucceededCount() + " tests passed");
    System.exit(summary.getTestsSucceededCount() > 0 && summary.getTotalFailureCount() == 0 ? 0 : 1);
  }
}
