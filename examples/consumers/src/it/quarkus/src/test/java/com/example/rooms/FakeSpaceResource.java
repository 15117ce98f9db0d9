package com.example.rooms;

import io.github.videorooms.testkit.FakeSpace;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts a space before the application, and closes it after the application has stopped. */
public final class FakeSpaceResource implements QuarkusTestResourceLifecycleManager {
  private FakeSpace space;

  @Override
  public Map<String, String> start() {
    space = FakeSpace.start();
    return Map.of(
        "signalwire.project.id", space.getProject(),
        "signalwire.api.token", space.getToken(),
        "signalwire.space", space.getHost());
  }

  @Override
  public void inject(TestInjector test) {
    test.injectIntoFields(space, new TestInjector.MatchesType(FakeSpace.class));
  }

  @Override
  public void stop() {
    space.close();
  }
}
