package io.github.videorooms;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Clients that make one call after another, each on a clock of its own that only its waits move:
 * first through an outage in which every attempt fails, then through calls that all succeed.
 */
final class OutageSimulation {
  static final int CLIENTS = 1_000;
  static final int OUTAGE_CALLS = 200;
  static final int LATER_CALLS = 600;

  private static final CallOptions OPTIONS = new CallOptions();

  /** How the attempts of an outage fail, and how long each takes to. */
  enum Outage {
    UNAVAILABLE("503", AttemptFailure.ofStatus(503, null), Duration.ofMillis(5)),
    REFUSED(
        "connection refused", AttemptFailure.ofException(new IOException(), false), Duration.ZERO),
    TIMEOUTS(
        "attempts time out",
        AttemptFailure.ofException(new IOException(), true),
        OPTIONS.attemptTimeout),
    ANNOUNCED(
        "503 with Retry-After",
        AttemptFailure.ofStatus(503, Duration.ofSeconds(1)),
        Duration.ofMillis(5)),
    THROTTLED(
        "429 from a service that is up", AttemptFailure.ofStatus(429, null), Duration.ofMillis(5));

    final String title;
    private final AttemptFailure setback;
    private final Duration attempt;

    Outage(String title, AttemptFailure setback, Duration attempt) {
      this.title = title;
      this.setback = setback;
      this.attempt = attempt;
    }
  }

  private final Outage outage;
  private final List<Client> clients = new ArrayList<>();
  private final List<Double> amplification = new ArrayList<>();
  private final List<Double> budget = new ArrayList<>();

  private OutageSimulation(Outage outage) {
    this.outage = outage;
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(new Client(new Random(client)));
    }
  }

  static OutageSimulation through(Outage outage) {
    OutageSimulation fleet = new OutageSimulation(outage);
    long requests = 0;
    for (int call = 1; call <= OUTAGE_CALLS + LATER_CALLS; call++) {
      for (Client client : fleet.clients) {
        requests += call <= OUTAGE_CALLS ? client.callInVain() : client.call();
      }
      fleet.amplification.add((double) requests / call / CLIENTS);
      fleet.budget.add(fleet.averageTokens());
    }
    return fleet;
  }

  /** Looks at some, since looking is slow and all are alike. */
  private double averageTokens() {
    return clients.stream().limit(50).mapToInt(Client::tokens).average().orElseThrow();
  }

  /** Returns the requests for each call, over all calls up to one, of which the first is 1. */
  double amplificationUpTo(int call) {
    return amplification.get(call - 1);
  }

  /** Returns the tokens that a client has left after a call, on average. */
  double budgetAfter(int call) {
    return budget.get(call - 1);
  }

  private final class Client {
    private final RetryBudget retries = new RetryBudget();
    private final RetryPolicy policy;

    Client(Random random) {
      policy = new RetryPolicy(random::nextDouble);
    }

    int call() {
      retries.give(0);
      return 1;
    }

    /** Returns how many requests a call makes that ends in an error. */
    int callInVain() {
      Duration elapsed = outage.attempt;
      for (int requests = 1; ; requests++) {
        Duration wait = policy.delayBefore(requests, outage.setback);
        if (requests > OPTIONS.maxRetries
            || !policy.isRetryable("GET", outage.setback)
            || wait == null
            || elapsed.plus(wait).compareTo(OPTIONS.callTimeout) >= 0
            || !retries.take(RetryBudget.costOf(outage.setback))) {
          return requests;
        }
        elapsed = elapsed.plus(wait).plus(outage.attempt);
      }
    }

    /** Finds the most that can be taken, and gives it back. */
    int tokens() {
      int tokens = 0;
      for (int part = 512; part > 0; part /= 2) {
        if (retries.take(part)) {
          tokens += part;
        }
      }
      if (tokens > 0) {
        retries.give(tokens);
      }
      return tokens;
    }
  }
}
