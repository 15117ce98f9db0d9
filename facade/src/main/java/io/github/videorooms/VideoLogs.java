package io.github.videorooms;

import io.github.videorooms.api.LogsApi;
import io.github.videorooms.model.VideoLog;
import java.util.concurrent.CompletableFuture;

/**
 * What was used and charged, session by session. A log that was discarded is listed only if asked
 * for with {@link LogsApi.ListLogsQuery.Builder#includeDeleted}; {@link VideoLog#isDiscarded()}
 * tells it from the others.
 *
 * <p>A null argument is a {@link NullPointerException}; an id that is blank, {@code .}, {@code ..},
 * longer than 512 characters or has control characters is an {@link IllegalArgumentException}. Both
 * come before any request, from the asynchronous methods too.
 */
public final class VideoLogs extends Resource<LogsApi> {
  VideoLogs(Calls calls) {
    super(LogsApi.class, calls);
  }

  /**
   * Lists all logs: {@code list_logs}.
   *
   * @return the logs, read page by page as they are asked for, in no promised order
   */
  public Paged<VideoLog> list() {
    return list(LogsApi.ListLogsQuery.builder().build());
  }

  /**
   * Lists logs: {@code list_logs}.
   *
   * @param query which logs, and how many a page
   * @return the logs, read page by page as they are asked for, in no promised order
   */
  public Paged<VideoLog> list(LogsApi.ListLogsQuery query) {
    return list(api::listLogs, query);
  }

  /**
   * Gets a log: {@code get_log}.
   *
   * @param id the log's id
   * @return the log
   * @throws SignalWireRestError if the call fails
   */
  public VideoLog get(String id) {
    return calls.execute(api.getLog(id(id)));
  }

  /**
   * Does what {@link #get} does, without waiting.
   *
   * @param id the log's id
   * @return the log, or a {@link SignalWireRestError}
   */
  public CompletableFuture<VideoLog> getAsync(String id) {
    return calls.executeAsync(api.getLog(id(id)));
  }
}
