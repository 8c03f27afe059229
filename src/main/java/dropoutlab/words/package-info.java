/// Every text that people read, and the formats of numbers and units: the only place where text for people is made. The
/// texts themselves are in `assets/words`, with one file of keys for each package that has texts; a language is a set
/// of such files. Nothing here knows the subjects of the texts. Start reading at [dropoutlab.words.Words].
package dropoutlab.words;

