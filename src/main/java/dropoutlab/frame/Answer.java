package dropoutlab.frame;

/// What was found for a query, from whose weights: latest value wins.
///
/// @param draft whether it was found with less effort than the query asks for; the whole answer follows
public record Answer(long run, int epoch, Query query, boolean draft, Result result) {}
