package dropoutlab.frame;

/// The result of a query, with the run and the epoch of the weights that gave it.
///
/// @param draft whether it was computed with less effort than the query asks for; the whole answer follows
public record Answer(long run, int epoch, Query query, boolean draft, Result result) {}
