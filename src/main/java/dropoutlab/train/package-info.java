/// The training session: one deterministic step, any number of networks side by side, their history, their schedules
/// and the frames that show them. Nothing here starts a thread. Start reading at [dropoutlab.train.TrainingSession].
package dropoutlab.train;

