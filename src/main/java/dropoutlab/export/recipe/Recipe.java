package dropoutlab.export.recipe;

import dropoutlab.export.picture.Page;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// All that a picture was made of: drawing it again gives the same file, on the same platform byte for byte.
///
/// @param program   the version of the program that wrote it
/// @param caption   whether the caption stands below the figure
/// @param animation what moves; empty for a still picture
@RecordBuilder
public record Recipe(String program, Subject subject, Page page, boolean caption, Optional<Animation> animation)
    implements RecipeBuilder.With {}
