/// The Uncertainty workspace. Start reading at [dropoutlab.ui.uncertainty.UncertaintyWorkspace].
package dropoutlab.ui.uncertainty;

