package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * WireMock's server, which responds to a malformed request as the API does: with status 400 and
 * JSON. Jetty's own response has HTML, and WireMock fails with status 500 at a query that it cannot
 * decode.
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

  /** Responds to what Jetty cannot read. */
  private static final class ErrorsInJson extends ErrorHandler {
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable headers) {
      ApiResponse response = ApiResponse.of(status, ApiRejection.body(reason));
      response.headers.forEach(headers::put);
      return ByteBuffer.wrap(response.body);
    }
  }

  /** Rejects what Jetty can read, but WireMock or OkHttp cannot. */
  private static final class WellFormedOnly extends HandlerWrapper {
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      if (isMalformed(request)) {
        base.setHandled(true);
        ApiResponse rejection = ApiRejection.badRequest().response();
        response.setStatus(rejection.status);
        rejection.headers.forEach(response::setHeader);
        response.getOutputStream().write(rejection.body);
      } else {
        super.handle(target, base, request, response);
      }
    }

    private static boolean isMalformed(HttpServletRequest request) {
      String query = request.getQueryString();
      return HttpUrl.parse(request.getRequestURL().toString()) == null
          || (query != null && BAD_ESCAPE.matcher(query).find());
    }
  }
}
