/// What is kept between two starts: saved runs, what a killed window left, settings, share codes. Start reading at
/// [dropoutlab.ui.saving.Document].
package dropoutlab.ui.saving;
