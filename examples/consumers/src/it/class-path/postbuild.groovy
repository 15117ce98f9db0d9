context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'created standup',
    'streams to rtmp://live.example.com/stream-key',
    'asked for standup again',
    'got 404 after 1 attempt(s)']
assert context.space.requests*.method == ['POST', 'POST', 'GET', 'GET']
assert context.space.rooms*.name == ['standup']

def dependencies = new File(basedir, 'target/tree.txt').readLines().tail()
assert dependencies.collect { it.replaceAll(/^\W+/, '').split(':')[1] }.sort() == [
    'annotations', 'error_prone_annotations', 'gson', 'jspecify', 'kotlin-stdlib', 'okhttp-jvm', 'okio-jvm', 'retrofit',
    'signalwire-videorooms', 'signalwire-videorooms-generated']

// All consumers take the artifacts from here; none is of an earlier build.
['openapi': '-openapi', 'generated': '-generated', 'facade': '', 'testkit': '-testkit'].each { module, suffix ->
  def jar = "signalwire-videorooms$suffix-${version}.jar"
  def installed = new File(localRepositoryPath, "io/github/videorooms/signalwire-videorooms$suffix/$version/$jar")
  assert installed.bytes == new File(top, "$module/target/$jar").bytes : "$jar is not what this build made"
}
return true
