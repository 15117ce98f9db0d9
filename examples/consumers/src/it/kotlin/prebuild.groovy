import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.testkit.Failure
import io.github.videorooms.testkit.FakeSpace
import java.time.Duration
import java.time.Instant

context.space = FakeSpace.start()
context.old = FakeSpace.start()
def settings = ['space', 'old'].collectMany { name ->
  def space = context[name]
  ["${name}.project=${space.project}", "${name}.token=${space.token}", "${name}.host=${space.host}"]
}
new File(basedir, 'test.properties').text = settings.join('\n')

// Two old rooms, of which the space does not delete the first; one that is in use; a young one.
def old = context.old
def add = { name -> old.addRoom(CreateRoomRequest.builder().name(name).build()) }
old.setTime(Instant.now().minus(Duration.ofDays(31)))
['old-1', 'old-2', 'in-use'].each(add)
old.advance(Duration.ofDays(31))
add('young')
old.join(old.client.video().roomTokens().create { it.roomName('in-use') }.token)
old.failNext(Failure.status(403).onOperation('delete_room'))
return true
