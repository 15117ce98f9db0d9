context.space.close()

// From JDK 22 on, jdk.crypto.ec is empty, and not resolved.
def modules = Runtime.version().feature() < 22 ? 3 : 2
assert new File(basedir, 'target/output.txt').readLines() == ['created standup', 'can do TLS: true', 'modules: ' + modules]
assert context.space.requests*.getHeader('User-Agent').every { it.startsWith("signalwire-videorooms-java/$version ") }

// System.Logger, through SLF4J, as the merged META-INF/services has it.
assert new File(basedir, 'target/log.txt').text.contains('DEBUG io.github.videorooms - POST /api/video/rooms: attempt 1, status 2')
return true
