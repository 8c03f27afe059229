package dropoutlab.figure.variant.sites;

import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What happens to the words of an example, from the left to the right: the embedding and one block of the encoder.
///
/// @param block  which block it is, from 0
/// @param blocks the numbers of the sites of each block, so that one can be chosen
record Flow(List<Item> items, int block, List<List<Integer>> blocks) {
  Flow {
    items = List.copyOf(items);
    blocks = List.copyOf(blocks);
  }

  /// A part of the line.
  sealed interface Item {
    record Box(Layer layer) implements Item {
      String text() { return Words.name("depth.box", layer); }

      /// The same where there is little room.
      String brief() { return Words.name("depth.box_brief", layer); }
    }

    /// Where the path past a sub-layer begins.
    record Fork() implements Item {}

    /// Where it ends.
    record Sum() implements Item {}

    record At(Place place) implements Item {}
  }

  /// The layers between the places of dropout.
  enum Layer { EMBED, DENSE, NORM, SCORES, VALUES, HEADS, WIDEN, NARROW }

  /// Returns the flow of one side through the block that has the site `front`, or through the first.
  static Flow of(Versus versus, Side side, int front) { return new Builder(Sites.of(versus, side)).flow(side.view().body(), front); }

  List<Place> places() {
    return items.stream().filter(Item.At.class::isInstance).map(item -> ((Item.At) item).place).toList();
  }

  /// Says where the block normalises; "" if it does not.
  String norm() {
    int fork = items.indexOf(new Item.Fork()), norm = items.indexOf(box(Layer.NORM));
    return norm < 0 ? "" : norm == fork + 1 ? Words.of("depth.norm.pre") : Words.of("depth.norm.post");
  }

  private static Item box(Layer layer) { return new Item.Box(layer); }

  private record Builder(List<Site> sites) {
    Flow flow(List<LayerView> body, int front) {
      List<LayerView> blocks = body.stream().filter(Builder::isBlock).toList();
      List<List<Integer>> numbers = blocks.stream().map(each -> attending(each).places().stream().filter(Place::isUsed)
          .map(place -> place.site().number()).toList()).toList();
      int chosen = 0;
      for (int i = 0; i < blocks.size(); i++) if (numbers.get(i).contains(front)) chosen = i;
      List<Item> items = new ArrayList<>();
      items.add(box(body.getFirst() instanceof LayerView.Embedding ? Layer.EMBED : Layer.DENSE));
      before(body).forEach(item -> items.add(item));
      if (!blocks.isEmpty()) items.addAll(attending(blocks.get(chosen)).items);
      return new Flow(items, chosen, numbers);
    }

    private static boolean isBlock(LayerView layer) {
      return layer instanceof LayerView.Block || layer instanceof LayerView.Attention;
    }

    /// Returns the dropout of the embedding sum: that of the first sequence before any block.
    private Stream<Item> before(List<LayerView> body) {
      return body.stream().takeWhile(layer -> !isBlock(layer)).flatMap(layer -> layer instanceof LayerView.Sequence sequence
          ? sequence.dropped().map(dropped -> place(Place.Kind.EMBEDDING, sequence, dropped)).stream() : Stream.empty()).limit(1);
    }

    private Flow attending(LayerView layer) {
      return new Flow(switch (layer) {
        case LayerView.Block block when block.kind() == Kind.ENCODER -> encoder(block.inside());
        case LayerView.Block block -> block.inside().stream().flatMap(inner -> attending(inner).items.stream()).toList();
        case LayerView.Attention attention -> attention(attention);
        case LayerView.Units _, LayerView.Maps _, LayerView.Sequence _, LayerView.Embedding _, LayerView.Recurrent _ -> List.of();
      }, 0, List.of());
    }

    /// Returns both sub-layers of an encoder block, each with its norm in front of it or behind its sum.
    private List<Item> encoder(List<LayerView> inside) {
      boolean pre = inside.getFirst().kind() == Kind.LAYER_NORM;
      List<LayerView.Sequence> drops = inside.stream().filter(layer -> layer.kind() == Kind.DROPOUT)
          .map(LayerView.Sequence.class::cast).toList();
      List<Item> first = new ArrayList<>(), second = new ArrayList<>();
      inside.stream().filter(LayerView.Attention.class::isInstance).forEach(a -> first.addAll(attention((LayerView.Attention) a)));
      first.add(place(Place.Kind.AFTER_ATTENTION, drops.get(0)));
      second.add(box(Layer.WIDEN));
      second.add(place(Place.Kind.FEED_FORWARD, drops.get(1)));
      second.add(box(Layer.NARROW));
      second.add(place(Place.Kind.AFTER_FEED_FORWARD, drops.get(2)));
      return Stream.of(first, second).flatMap(part -> subLayer(part, pre)).toList();
    }

    private static Stream<Item> subLayer(List<Item> part, boolean pre) {
      Stream<Item> norm = Stream.of(box(Layer.NORM)), none = Stream.empty();
      return Stream.of(Stream.<Item>of(new Item.Fork()), pre ? norm : none, part.stream(), Stream.<Item>of(new Item.Sum()),
          pre ? none : norm).flatMap(each -> each);
    }

    private List<Item> attention(LayerView.Attention layer) {
      Place place = new Place(Place.Kind.ATTENTION, site(layer.dropped()), layer.heads(), layer.steps(), layer.steps());
      return List.of(box(Layer.SCORES), new Item.At(place), box(Layer.VALUES), box(Layer.HEADS));
    }

    private Item place(Place.Kind kind, LayerView.Sequence layer) { return place(kind, layer, layer.dropped().orElseThrow()); }

    private Item place(Place.Kind kind, LayerView.Sequence layer, Dropped dropped) {
      return new Item.At(new Place(kind, site(dropped), 1, layer.steps(), layer.features()));
    }

    /// Returns the site with these values; one without a number where neither network drops anything.
    private Site site(Dropped dropped) {
      return sites.stream().filter(site -> site.dropped() == dropped).findFirst().orElse(new Site(-1, "", dropped));
    }
  }
}
