package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * WireMock's server, which responds to a malformed request as the API does: with status 400 and
 * JSON. Jetty's own response has HTML, and WireMock fails with status 500 at a query or a body that
 * it cannot decode.
 */
final class SpaceHttpServer extends Jetty11HttpServer {
  SpaceHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    super(options, admin, stubs);
  }

  @Override
  protected Server createServer(Options options) {
    Server server = super.createServer(options);
    server.setErrorHandler(new ErrorsInJson());
    server.addBean(new ScheduledExecutorScheduler("FakeSpace-scheduler", true));
    return server;
  }

  @Override
  protected Handler createHandler(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    HandlerWrapper wellFormedOnly = new WellFormedOnly();
    wellFormedOnly.setHandler(super.createHandler(options, admin, stubs));
    return wellFormedOnly;
  }

  private static void send(ApiResponse rejection, HttpServletResponse response) throws IOException {
    response.setStatus(rejection.status);
    rejection.headers.forEach(response::setHeader);
    response.getOutputStream().write(rejection.body);
  }

  /** Responds to what Jetty cannot read, or does not pass on. */
  private static final class ErrorsInJson extends ErrorHandler {
    @Override
    public ByteBuffer badMessageError(
        int status, @Nullable String reason, HttpFields.Mutable headers) {
      ApiResponse response = error(status, reason);
      response.headers.forEach(headers::put);
      return ByteBuffer.wrap(response.body);
    }

    @Override
    protected void generateAcceptableResponse(
        Request base,
        HttpServletRequest request,
        HttpServletResponse response,
        int status,
        @Nullable String reason)
        throws IOException {
      base.setHandled(true);
      send(error(status, reason), response);
    }

    private static ApiResponse error(int status, @Nullable String reason) {
      String text = reason == null ? HttpStatus.getMessage(status) : reason;
      return ApiResponse.of(status, ApiRejection.body(text));
    }
  }

  /** Rejects what Jetty can read, but WireMock or OkHttp cannot. */
  private static final class WellFormedOnly extends HandlerWrapper {
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Bodies that WireMock parses before the space sees them. */
    private static final Pattern TAKEN_APART =
        Pattern.compile("(?i)\\s*(multipart/|application/x-www-form-urlencoded).*");

    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      if (isMalformed(request)) {
        reject(base, response);
        return;
      }
      try {
        super.handle(target, base, request, response);
      } catch (IOException | ServletException | RuntimeException e) {
        if (response.isCommitted() || !isUnreadable(request, e)) {
          throw e;
        }
        response.reset();
        reject(base, response);
      }
    }

    /** Also closes the connection, since it may still contain the rest of the request. */
    private static void reject(Request base, HttpServletResponse response) throws IOException {
      base.setHandled(true);
      response.setHeader("Connection", "close");
      send(ApiRejection.badRequest().response(), response);
    }

    /**
     * Whether the request line and headers cannot be read, or request a tunnel, which API servers
     * do not support.
     */
    private static boolean isMalformed(HttpServletRequest request) {
      String query = request.getQueryString();
      return HttpMethod.CONNECT.is(request.getMethod())
          || HttpUrl.parse(request.getRequestURL().toString()) == null
          || (query != null && BAD_ESCAPE.matcher(query).find());
    }

    /** Whether the body of the request caused an exception. */
    private static boolean isUnreadable(HttpServletRequest request, Throwable exception) {
      String type = request.getContentType();
      if (type != null && TAKEN_APART.matcher(type).matches()) {
        return true;
      }
      for (Throwable e = exception; e != null; e = e.getCause()) {
        if (e instanceof IOException || e instanceof BadMessageException) {
          return true;
        }
      }
      return false;
    }
  }
}
