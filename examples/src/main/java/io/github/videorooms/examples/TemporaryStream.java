package io.github.videorooms.examples;

import io.github.videorooms.Video;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stream of a room; existing streams to the same target are not touched. */
class TemporaryStream implements Leftovers.Kind<VideoStream> {
  private static final Pattern HOST = Pattern.compile("[A-Za-z]+://[^/?#]+/");

  private final Video video;
  private final Room room;
  private final String target;
  private final Set<String> before;

  TemporaryStream(Video video, Room room, String target) {
    this.video = video;
    this.room = room;
    this.target = target;
    this.before = streamsToTarget().map(VideoStream::getId).collect(Collectors.toSet());
  }

  @Override
  public String label() {
    return "stream of room " + room.getName() + " to " + withoutKey(target);
  }

  @Override
  public VideoStream create() {
    return video.rooms().createStream(room.getId(), target);
  }

  @Override
  public Optional<VideoStream> find() {
    return streamsToTarget().filter(stream -> !before.contains(stream.getId())).findFirst();
  }

  @Override
  public String idOf(VideoStream stream) {
    return stream.getId();
  }

  @Override
  public void delete(VideoStream stream) {
    video.streams().delete(stream.getId());
  }

  /**
   * Shows the host of a stream's target; the rest contains the key, with which anyone can stream to
   * it.
   */
  static String withoutKey(String url) {
    Matcher address = HOST.matcher(url);
    return address.lookingAt() && !url.contains("@") ? address.group() + "***" : "***";
  }

  private Stream<VideoStream> streamsToTarget() {
    return video.rooms().listStreams(room.getId()).stream()
        .filter(stream -> Objects.equals(stream.getUrl(), target));
  }
}
