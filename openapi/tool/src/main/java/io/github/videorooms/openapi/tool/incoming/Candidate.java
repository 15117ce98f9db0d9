package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The next document of ours, on its way out of the vendor's: each method is a step, to be taken in
 * this order. Nothing is written.
 */
public final class Candidate {
  private final Map<String, @Nullable Object> document;
  private final Draft ours;
  private final Draft theirs;
  private final List<String> notes = new ArrayList<>();

  private Candidate(Map<String, @Nullable Object> document, Draft ours, Draft theirs) {
    this.document = document;
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * Slices the Video API out of the vendor's document.
   *
   * @param document what we have
   * @throws UnusableDocument if there is no such API in it, or a reference does not hold
   */
  public static Candidate slice(
      Map<String, @Nullable Object> vendor, Map<String, @Nullable Object> document) {
    Draft ours = VideoSlice.of(document, Tree.object(document.get("paths")).keySet());
    DownConversion.apply(ours);
    CanonicalForm.apply(ours);
    return new Candidate(document, ours, VideoSlice.of(vendor, ours.paths().keySet()));
  }

  /** Says in OpenAPI 3.0 what the slice says in 3.0 or 3.1. */
  public void convertDown() {
    DownConversion.apply(theirs);
  }

  /** Gives everything the name that it has here, and makes one what is one here. */
  public void name(Names names) {
    names.apply(theirs);
    // What had no name until now may be in the table under the one it gets.
    notes.addAll(Positions.apply(theirs, ours));
    names.apply(theirs);
  }

  /** Settles the known disagreements, and returns those that there were. */
  public List<String> correct(Overlay corrections) {
    List<String> effective = corrections.apply(theirs.tree());
    Hoisting.apply(theirs);
    CanonicalForm.apply(theirs);
    return effective;
  }

  /** Returns the whole document: the draft laid over what we have. */
  public Map<String, @Nullable Object> layOver() {
    return LayOver.of(document, ours, theirs, notes);
  }

  /** What a reader of the result should know of beyond its differences. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
