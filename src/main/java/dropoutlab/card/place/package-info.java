/// Where a network has a method of the family, and how another takes its place. Start reading at
/// [dropoutlab.card.place.Placement].
package dropoutlab.card.place;

