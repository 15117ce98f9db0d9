package com.example.standup

import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.testkit.FakeSpace
import io.github.videorooms.testkit.FakeSpaceExtension
import io.github.videorooms.testkit.Latency
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import java.time.Duration

class SharedSpaceTest {
    companion object {
        @JvmField
        @RegisterExtension
        val SPACE: FakeSpaceExtension = FakeSpaceExtension.perClass()

        @JvmStatic
        @BeforeAll
        fun seed(space: FakeSpace) {
            space.addRoom(CreateRoomRequest.builder().name("standup").build())
            space.setLatency(Latency.uniform(Duration.ZERO, Duration.ofMillis(5)).seed(1))
        }
    }

    @Test
    fun list_roomOfTheClass_isListed(space: FakeSpace) {
        assertSame(SPACE.space, space)
        assertEquals(listOf("standup"), space.client.video().rooms().list().map { it.name })
        assertEquals(listOf("list_rooms"), space.requests.map { it.operationId })
    }
}
