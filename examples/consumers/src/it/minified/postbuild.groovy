import java.util.zip.ZipFile

context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'created standup',
    'streams to rtmp://live.example.com/stream-key',
    'asked for standup again',
    'got 404 after 1 attempt(s)']
assert context.space.requests*.getHeader('User-Agent').every { it.startsWith("signalwire-videorooms-java/$version ") }

def names = new ZipFile(new File(basedir, 'target/minified.jar')).entries().collect { it.name }
assert !names.contains('io/github/videorooms/SignalWireRestClient.class')
return true
