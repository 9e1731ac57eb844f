package org.alongside.testing

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.util.Random
import javax.imageio.ImageIO

/** A JPEG as a camera might have made it: of one colour, or [busy] and so of many bytes. */
fun aJpeg(width: Int = 64, height: Int = 48, busy: Boolean = false): ByteArray {
    val chance = Random(1)
    val picture = BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
    for (x in 0 until width) for (y in 0 until height) picture.setRGB(x, y, if (busy) chance.nextInt() else 0x4F7A3C)
    return ByteArrayOutputStream().also { check(ImageIO.write(picture, "jpg", it)) }.toByteArray()
}
