def pom = new File(basedir, 'pom.xml').text
def line = (pom =~ /<artifactId>micronaut-platform<\/artifactId>\s*<version>(\d+\.\d+)/)[0][1]
assert new File(top, 'docs/versions.md').text.contains("| Micronaut | $line,")

def report = new File(basedir, 'target/surefire-reports/com.example.rooms.SignalWireFactoryTest.txt').text
assert report.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')
return true
