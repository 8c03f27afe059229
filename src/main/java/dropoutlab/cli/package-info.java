/// The command line: one class for each command, its options and its exit codes. Never imports the window. Start
/// reading at [dropoutlab.cli.DropoutLab].
package dropoutlab.cli;
