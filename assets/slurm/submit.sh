#!/bin/bash
#SBATCH --job-name=@NAME@
#SBATCH --array=0-@LAST@@AT_ONCE@
#SBATCH --cpus-per-task=1
#SBATCH --mem=@MEMORY@M
#SBATCH --time=@TIME@
@PARTITION@#SBATCH --requeue
#SBATCH --signal=B:TERM@60
#SBATCH --open-mode=append
#SBATCH --output=log/task-%a.txt

# Finishes what is missing of the sweep in this folder: call "sbatch submit.sh" here, as often as you like.
# On another machine say where the program is:
#   DROPOUT_LAB=/shared/dropout-lab/bin/dropout-lab sbatch submit.sh
folder=${SLURM_SUBMIT_DIR:-$PWD}
if [ -n "${DROPOUT_LAB:-}" ]; then program=("$DROPOUT_LAB"); else program=(@PROGRAM@); fi

# Java does not see what Slurm has given to the job, and would take the whole machine.
cpus=${SLURM_CPUS_PER_TASK:-1}
export _JAVA_OPTIONS="-XX:ActiveProcessorCount=$cpus -Xmx@HEAP@m"

# The program and the files of the data were named from here.
cd @FROM@ 2>/dev/null || cd "$folder" || exit 1

# With exec the program is the process that Slurm signals: one minute before the end it drops the run that is under way.
exec "${program[@]}" sweep run "$folder" --shard "$SLURM_ARRAY_TASK_ID/@TASKS@" --threads "$cpus"
