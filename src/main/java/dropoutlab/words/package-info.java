/// Every text that people read, and how numbers and units are written: the only place where text for people is made.
/// The texts themselves are in `assets/words`, one file of keys for each package that speaks; a language is a set of such
/// files. Nothing here knows what the texts are about. Start reading at [dropoutlab.words.Words].
package dropoutlab.words;

