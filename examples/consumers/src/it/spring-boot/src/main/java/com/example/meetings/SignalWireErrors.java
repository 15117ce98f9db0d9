package com.example.meetings;

import io.github.videorooms.SignalWireRestError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Our callers must not see the details of the space's errors. */
@RestControllerAdvice
class SignalWireErrors {
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(SignalWireRestError error) {
    HttpHeaders headers = new HttpHeaders();
    if (error.getRetryAfter() != null) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(error.getRetryAfter().toSeconds()));
    }
    ProblemDetail problem = ProblemDetail.forStatus(statusFor(error));
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  private static int statusFor(SignalWireRestError error) {
    if (error.isNotFound()) {
      return 404;
    }
    if (error.isValidation()) {
      return 400;
    }
    if (error.isRateLimited() || error.getStatusCode() == 503) {
      return 503;
    }
    return error.isTimeout() ? 504 : 502;
  }
}
