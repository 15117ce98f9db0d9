package io.github.videorooms;

import org.jspecify.annotations.Nullable;

/** The credential that an attempt is sent with, and that of the next one if it is rejected. */
final class AttemptCredential {
  private final Secrets secrets;
  private volatile @Nullable Credential credential;
  private volatile @Nullable Credential renewal;
  private volatile boolean renewedBefore;

  /**
   * Creates the state of an attempt whose credential is not known yet.
   *
   * @param secrets to which the credentials are added
   */
  AttemptCredential(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Continues a call whose attempt before has ended. */
  void continueFrom(AttemptCredential before) {
    secrets.addCredentials(before.secrets);
    credential = before.renewal;
    renewedBefore = before.isRenewed() || before.renewedBefore;
  }

  /** Returns the credential of the attempt, or null while that is not known. */
  @Nullable Credential get() {
    return credential;
  }

  void set(Credential current) {
    secrets.addCredentials(current.secrets);
    credential = current;
  }

  /** Sets the credential of the next attempt, since the server has rejected this one's. */
  void renew(Credential next) {
    secrets.addCredentials(next.secrets);
    renewal = next;
  }

  boolean isRenewed() {
    return renewal != null;
  }

  /** Returns whether the call has not yet renewed a token; it does so once. */
  boolean mayRenew() {
    return !renewedBefore;
  }
}
