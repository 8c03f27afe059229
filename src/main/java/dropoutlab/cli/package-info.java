/// The command line: one class for each command, its options and its exit codes. Nothing here imports the window. Start
/// reading at [dropoutlab.cli.DropoutLab].
package dropoutlab.cli;

