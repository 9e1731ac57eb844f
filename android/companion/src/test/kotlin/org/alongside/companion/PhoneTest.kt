package org.alongside.companion

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File

/** A phone, from its first start. */
class PhoneTest {
    @Test
    fun `a new phone belongs to nobody`(
        @TempDir folder: File,
    ) = runTest {
        Phone.open(folder, Keys()).use { assertNull(it.me()) }
    }
}
