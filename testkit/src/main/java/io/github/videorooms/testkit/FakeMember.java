package io.github.videorooms.testkit;

import io.github.videorooms.model.RoomSessionMember;

/** A participant who joined with {@link FakeSpace#join}. Thread-safe. */
public final class FakeMember {
  private final Project project;
  private final String id;

  FakeMember(Project project, String id) {
    this.project = project;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return the member's id
   */
  public String getId() {
    return id;
  }

  /**
   * Returns the session that the member is or was in.
   *
   * @return the session
   * @throws IllegalStateException if the space was reset
   */
  public FakeSession getSession() {
    return new FakeSession(
        project,
        project.look(() -> project.meetings.member(id).get("room_session_id").getAsString()));
  }

  /**
   * Returns the member as the API returns them now.
   *
   * @return the member
   * @throws IllegalStateException if the space was reset
   */
  public RoomSessionMember getState() {
    return project.look(() -> Json.toModel(project.meetings.member(id), RoomSessionMember.class));
  }

  /**
   * Returns whether the member is in the session.
   *
   * @return false after leaving, and after being removed
   */
  public boolean isInside() {
    return project.look(() -> project.meetings.isInside(id));
  }

  /**
   * Leaves the session. The session ends if nobody else is in it, or if the token was created with
   * {@code end_room_session_on_leave}. Does nothing if the member has left.
   */
  public void leave() {
    project.step(() -> project.meetings.leave(id));
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "FakeMember{" + id + "}";
  }
}
