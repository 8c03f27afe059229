/// The Train workspace. Start reading at [dropoutlab.ui.train.TrainWorkspace].
package dropoutlab.ui.train;

