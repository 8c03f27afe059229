/// The training session: one deterministic step, any number of networks side by side, their history, their schedules
/// and the frames that show them. Starts no threads. Start reading at [dropoutlab.train.TrainingSession].
package dropoutlab.train;
