package org.alongside.bench

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.util.Collections
import java.util.concurrent.ConcurrentHashMap
import org.alongside.core.CompanionInterface

/** The generated object with a stopwatch at each call: how long the library and the way into it took. */
internal class Timed(library: CompanionInterface) {
    private val taken = ConcurrentHashMap<String, MutableList<Long>>()

    /** Whether calls are written down. */
    @Volatile var measures = false

    /** To be called in place of the object. */
    val library: CompanionInterface = over(library)

    /** Nanoseconds of every call that was written down, by name. */
    val calls: Map<String, List<Long>> get() = taken

    private fun over(library: CompanionInterface): CompanionInterface {
        val surface = CompanionInterface::class.java
        return Proxy.newProxyInstance(surface.classLoader, arrayOf(surface)) { _, method, arguments ->
            val began = System.nanoTime()
            try {
                method.invoke(library, *arguments.orEmpty())
            } catch (failed: InvocationTargetException) {
                throw failed.targetException
            } finally {
                // What takes unsigned numbers has a name of its own in the byte code.
                if (measures) note(method.name.substringBefore('-'), System.nanoTime() - began)
            }
        } as CompanionInterface
    }

    private fun note(call: String, nanoseconds: Long) {
        taken.getOrPut(call) { Collections.synchronizedList(mutableListOf()) }.add(nanoseconds)
    }
}
