/// Many runs: the folder in which a sweep lives, the engines that fill it, and what is read out of it again. The folder is
/// the only interface: windows, command lines and clusters read and write there, one writer to a file, so that no locks
/// are needed. Start reading at [dropoutlab.sweep.SweepFolder].
package dropoutlab.sweep;
