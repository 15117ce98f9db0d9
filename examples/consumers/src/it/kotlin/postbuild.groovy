context.space.close()
def left = context.old.rooms*.name
context.old.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'standup is shown as Stand-up, grid-responsive',
    'daily is shown as daily, grid-responsive',
    'found [standup, daily]',
    'got 404, no request id']

['StandupTest', 'SharedSpaceTest', 'DeleteOldRoomsTest'].each { name ->
  def report = new File(basedir, "target/surefire-reports/com.example.standup.${name}.txt").text
  assert report.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
}
// One of the old rooms is deleted, the other one is left, and the exit code says so.
def deleted = new File(basedir, 'target/deleted.txt').readLines().findAll { it.startsWith('deleted ') }
assert deleted.size() == 1 && left.size() == 4
assert left.containsAll(['in-use', 'joined', 'young'])
assert left.count { it.startsWith('old-') } == 1 && !left.contains(deleted[0] - 'deleted ')
return true
