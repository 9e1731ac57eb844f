package org.alongside.testing

import java.io.File

/** The root of the repository. */
val repository: File = File(checkNotNull(System.getProperty("alongside.root")) { "alongside.root is not set" }).canonicalFile
