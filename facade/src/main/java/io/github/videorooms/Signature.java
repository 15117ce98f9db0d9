package io.github.videorooms;

import org.jspecify.annotations.Nullable;

/** What an attempt is signed with, and what the next one will be if the server rejects that. */
final class Signature {
  private final Secrets secrets;
  private volatile @Nullable Credential credential;
  private volatile @Nullable Credential renewal;
  private volatile boolean renewedBefore;

  /**
   * Creates the signature of a request.
   *
   * @param secrets to which the credentials are added
   */
  Signature(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Continues a call whose attempt before has ended. */
  void follow(Signature before) {
    secrets.addCredentials(before.secrets);
    credential = before.renewal;
    renewedBefore = before.isRenewed() || before.renewedBefore;
  }

  /** Returns what the attempt is signed with, or null while that is not known. */
  @Nullable Credential credential() {
    return credential;
  }

  void sign(Credential given) {
    secrets.addCredentials(given.secrets);
    credential = given;
  }

  /** Sets what the next attempt is signed with, since the server has rejected this one's. */
  void renew(Credential given) {
    secrets.addCredentials(given.secrets);
    renewal = given;
  }

  boolean isRenewed() {
    return renewal != null;
  }

  /** Returns whether the call has not yet renewed a token; it does so once. */
  boolean mayRenew() {
    return !renewedBefore;
  }
}
