package org.alongside.device

import android.content.Context

/** A service of the system that every phone has. */
internal inline fun <reified S : Any> Context.service(): S = checkNotNull(getSystemService(S::class.java))
