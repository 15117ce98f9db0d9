context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'standup is shown as Stand-up, grid-responsive',
    'daily is shown as daily, grid-responsive',
    'found [standup, daily]',
    'got 404, no request id']

['StandupTest', 'SharedSpaceTest'].each { name ->
  def report = new File(basedir, "target/surefire-reports/com.example.standup.${name}.txt").text
  assert report.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
}
return true
