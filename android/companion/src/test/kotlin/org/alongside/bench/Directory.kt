package org.alongside.bench

/** A directory of invented services, as a feed gives it. */
internal object Directory {
    /** This many services. */
    fun feed(count: Int): String = (1..count).joinToString(",", "[", "]") { service(it) }

    private fun service(number: Int): String {
        val id = "7e0f9a52-3f0f-4a2e-9a35-%012d".format(number)
        val what = KINDS[number % KINDS.size]
        return """
            {"id": "$id", "name": "$what number $number", "status": "active",
             "description": "A $what for anybody who is alone more than they like, on Tuesday evenings. ",
             "organization": {"id": "1f61b9a0-8f0b-4c7e-8f4e-2a6f7f6f8d11", "name": "Riverside Hall"}}
        """.trimIndent()
    }

    private val KINDS = listOf("choir", "walk", "advice desk", "garden", "kettle club", "repair evening")
}
