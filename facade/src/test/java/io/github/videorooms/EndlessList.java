package io.github.videorooms;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A list of one room per page, to which an interceptor responds in place of a server. */
final class EndlessList {
  private static final MediaType JSON = MediaType.get("application/json");

  private EndlessList() {}

  /** Returns a builder of clients whose asynchronous calls run on the executor. */
  static SignalWireRestClient.Builder client(int pages, ExecutorService threads) {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .addInterceptor(chain -> page(chain.request(), pages))
            .build();
    return SignalWireRestClient.builder()
        .project("p")
        .token("t")
        .space("localhost:1")
        .httpClient(own);
  }

  private static Response page(Request request, int pages) {
    HttpUrl url = request.url();
    int number = url.querySize() == 0 ? 1 : Integer.parseInt(url.queryParameterValue(0));
    String links = number < pages ? "{\"next\":\"?page_token=" + (number + 1) + "\"}" : "{}";
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(
            ResponseBody.create(
                "{\"links\":" + links + ",\"data\":[{\"id\":\"x\",\"name\":\"y\"}]}", JSON))
        .build();
  }

  /** Runs a task before {@code execute} returns. */
  static final class Direct extends AbstractExecutorService {
    private boolean shutdown;

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {
      shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return shutdown;
    }

    @Override
    public boolean isTerminated() {
      return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return shutdown;
    }
  }

  /** Walks through a list, and prints how many items it had. */
  static final class Application {
    public static void main(String[] arguments) throws InterruptedException {
      ExecutorService threads =
          arguments[0].equals("direct") ? new Direct() : Executors.newFixedThreadPool(4);
      SignalWireRestClient client = client(Integer.parseInt(arguments[1]), threads).build();
      int[] count = new int[1];
      Runnable walk =
          () -> {
            CompletableFuture<Void> all =
                client.video().rooms().list().forEachAsync(room -> count[0]++);
            all.join();
          };
      Thread small = new Thread(null, walk, "small", 1 << 18);
      small.start();
      small.join();
      System.out.println(count[0]);
      threads.shutdown();
    }
  }
}
