package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.worker.words.needCategories
import org.alongside.app.worker.words.needResolutions
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.screens.ClientModel
import org.alongside.core.DutyView
import org.alongside.core.NeedView
import org.alongside.core.PromiseLine
import org.alongside.core.WhatMattersView
import org.alongside.core.WishView

/** The pages with one question each that belong to a client. */
internal class ClientQuestions(private val way: Way, private val model: ClientModel) {
    fun whatMatters(): Screen<*> = ask(Question<Unit>(R.string.matters_title, R.string.matters_words)) { words, _ ->
        model.through(model.sayWhatMatters(words))
    }

    fun reword(view: WhatMattersView): Screen<*> =
        ask(Question<Unit>(R.string.matters_title, R.string.matters_reword, words = view.matters.words)) { words, _ ->
            model.through(model.rewordWhatMatters(view.id, words))
        }

    fun promise(promise: PromiseLine): Screen<*> =
        ask(Question<Unit>(R.string.promise_title, R.string.duty_outcome, about = promise.words)) { words, _ ->
            model.through(model.keepPromise(promise.note, words))
        }

    fun duty(duty: DutyView): Screen<*> =
        ask(Question<Unit>(R.string.duty_title, R.string.duty_outcome, about = duty.duty.what)) { words, _ ->
            model.through(model.settleDuty(duty.id, words))
        }

    fun wish(wish: WishView): Screen<*> =
        ask(Question<Unit>(R.string.wish_title, R.string.wish_answer, about = wish.wish.words)) { words, _ ->
            model.through(model.answerWish(wish.id, words))
        }

    fun pause(): Screen<*> =
        ask(Question<Unit>(R.string.pause_title, R.string.pause_words, wordsMayBeEmpty = true)) { words, _ ->
            model.through(model.pauseForClient(words.ifBlank { null }))
        }

    fun need(): Screen<*> = ask(
        Question(
            R.string.need_title,
            R.string.need_words,
            choiceLabel = R.string.need_about,
            options = needCategories.map { it to wordsOf(it) },
        ),
    ) { words, category -> model.through(model.raiseNeed(checkNotNull(category), words)) }

    fun resolve(need: NeedView): Screen<*> = ask(
        Question(
            R.string.resolve_title,
            R.string.resolve_barrier,
            wordsMayBeEmpty = true,
            choiceLabel = R.string.resolve_choice,
            options = needResolutions.map { it to wordsOf(it) },
            about = need.need.words,
        ),
    ) { words, resolution ->
        model.through(model.resolveNeed(need.id, checkNotNull(resolution), words.ifBlank { null }))
    }

    private fun <T : Any> ask(
        question: Question<T>,
        send: suspend (String, T?) -> org.alongside.companion.screens.Refusal?,
    ): Screen<*> = AskScreen(way, question, send)
}
