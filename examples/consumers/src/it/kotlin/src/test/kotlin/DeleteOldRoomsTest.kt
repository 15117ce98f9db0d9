package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.SignalWireRestError
import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.testkit.Failure
import io.github.videorooms.testkit.FakeSpace
import io.github.videorooms.testkit.FakeSpaceExtension
import java.time.Duration
import java.time.Instant
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.ExtendWith

@ExtendWith(FakeSpaceExtension::class)
class DeleteOldRoomsTest {
    @Test
    fun deleteOldRooms_spaceIsRateLimited_stops(space: FakeSpace, client: SignalWireRestClient) {
        for (name in listOf("standup", "retro")) space.addRoom(CreateRoomRequest.builder().name(name).build())
        val limit = Instant.now() + Duration.ofMinutes(1)
        space.failNext(Failure.status(429).retryAfter(Duration.ofMinutes(1)).onOperation("delete_room"))

        val error = assertThrows<SignalWireRestError> { deleteOldRooms(client.video().rooms(), limit) }

        assertTrue(error.isRateLimited)
        assertEquals(1, space.getRequests("delete_room").size)
        assertEquals(2, space.rooms.size)
    }
}
