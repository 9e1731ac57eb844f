package org.alongside.testing

import java.net.CookieManager
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers

/** A supervisor's browser: cookies, the sign-in form, and pages read as text. No JavaScript, as the pages promise. */
class Browser(private val url: String) {
    private val client =
        HttpClient.newBuilder()
            .cookieHandler(CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()

    /** The page behind the sign-in form. */
    fun signIn(login: String, password: String): String {
        val form = open("/sign-in")
        val token = Regex("name=\"form_token\" value=\"([^\"]+)\"").find(form)
        val fields = mapOf("form_token" to token!!.groupValues[1], "login" to login, "password" to password)
        return send(request("/sign-in").form(fields))
    }

    /** The page at `path`, after redirects. */
    fun open(path: String): String = send(request(path).GET())

    private fun request(path: String) = HttpRequest.newBuilder(URI(url).resolve(path))

    private fun HttpRequest.Builder.form(fields: Map<String, String>): HttpRequest.Builder {
        val body = fields.entries.joinToString("&") { (name, value) -> "$name=${URLEncoder.encode(value, Charsets.UTF_8)}" }
        return header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body))
    }

    private fun send(request: HttpRequest.Builder): String {
        val answer = client.send(request.build(), BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "${answer.uri()} answered ${answer.statusCode()}" }
        return answer.body()
    }
}

/** Where the page's received assessments are. */
fun assessmentLinks(page: String): List<String> =
    Regex("<a href=\"(/assessments/[^\"]+)\"").findAll(page).map { it.groupValues[1] }.toList()

/** What a person reads. */
fun readable(page: String): String =
    page.replace(Regex("<[^>]+>"), " ")
        .replace(Regex("\\s+"), " ")
        .replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
