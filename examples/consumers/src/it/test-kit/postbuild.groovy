def report = new File(basedir, 'target/surefire-reports/com.example.standup.StandupTest.txt').text
assert report.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')
return true
