def pom = new File(basedir, 'pom.xml').text
def line = (pom =~ /<artifactId>quarkus-bom<\/artifactId>\s*<version>(\d+\.\d+)/)[0][1]
assert new File(top, 'docs/versions.md').text.contains("| Quarkus | $line,")

def report = new File(basedir, 'target/surefire-reports/com.example.rooms.SignalWireProducerTest.txt').text
assert report.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
return true
