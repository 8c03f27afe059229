/// Many runs: the folder in which a sweep lives, the engines that fill it, and what is read out of it again. The folder
/// is the only interface: windows, command lines and clusters read and write there, one writer to a file, so that no
/// locks are needed. Start reading at [dropoutlab.sweep.SweepFolder]; the files are in `folder`, one run in `work`, the
/// threads of this computer in `local`, the cluster's scheduler in `slurm`.
package dropoutlab.sweep;
