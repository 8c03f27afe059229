/// One run: its data, its training, and what is read off it. Start reading at [dropoutlab.sweep.work.RunTrainer].
package dropoutlab.sweep.work;
