package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.SignalWireRestError
import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.testkit.Failure
import io.github.videorooms.testkit.FakeSpace
import io.github.videorooms.testkit.FakeSpaceExtension
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.ExtendWith

@ExtendWith(FakeSpaceExtension::class)
class StandupTest {
    private val standup = CreateRoomRequest.builder().name("standup").build()

    @Test
    fun create_secondRequestFails_isReported(space: FakeSpace, client: SignalWireRestClient) {
        val rooms = client.video().rooms()
        space.failNext(Failure.status(503).skip(1).onOperation("create_room"))

        rooms.create(standup)
        val error = assertThrows<SignalWireRestError> { rooms.create { it.name("retro") } }

        assertEquals(503, error.statusCode)
        assertEquals(listOf("standup"), space.rooms.map { it.name })
        val sent = space.getRequests("create_room").map { CreateRoomRequest.fromJson(it.body) }
        assertEquals(listOf("standup", "retro"), sent.map { it.name })
    }
}
