/// Slurm, as far as a sweep needs it: the script of a job array, the programs of the cluster, what was submitted. A
/// cluster only starts tasks; what became of them stands in the folder. Start reading at
/// [dropoutlab.sweep.slurm.JobScript].
package dropoutlab.sweep.slurm;
