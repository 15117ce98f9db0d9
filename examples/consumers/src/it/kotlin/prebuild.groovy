import static com.github.tomakehurst.wiremock.client.WireMock.get
import static com.github.tomakehurst.wiremock.client.WireMock.okJson

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

// Two old rooms, of which the space does not delete the first; one that is in use; one that somebody joins after the
// list is read; a young one.
def old = context.old
def add = { name -> old.addRoom(CreateRoomRequest.builder().name(name).build()) }
old.setTime(Instant.now().minus(Duration.ofDays(31)))
['old-1', 'old-2', 'in-use'].each(add)
def joined = add('joined')
old.wireMock().stubFor(get("/api/video/rooms/${joined.id}?include_active_session=true").willReturn(
    okJson(/{"id": "${joined.id}", "name": "joined", "active_session": {"id": "s1"}}/)))
old.advance(Duration.ofDays(31))
add('young')
old.join(old.client.video().roomTokens().create { it.roomName('in-use') }.token)
old.failNext(Failure.status(403).onOperation('delete_room'))
return true
