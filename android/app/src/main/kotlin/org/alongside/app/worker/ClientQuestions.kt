package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.needCategories
import org.alongside.app.worker.words.needResolutions
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ClientModel
import org.alongside.companion.screens.Refusal
import org.alongside.core.DutyView
import org.alongside.core.EntityId
import org.alongside.core.NeedView
import org.alongside.core.PromiseLine
import org.alongside.core.Saying
import org.alongside.core.WhatMattersView
import org.alongside.core.WishView
import org.alongside.core.WordsFor

/** The pages with one question each that belong to a client. */
internal class ClientQuestions(
    private val phone: PhoneSurface,
    private val way: Way,
    private val model: ClientModel,
) {
    private val case = model.state.value.case

    fun whatMatters(): Screen<*> {
        val question = Question<Unit>(R.string.matters_title, R.string.matters_words, keptAs = kept(WordsFor.WHAT_MATTERS))
        return ask(question) { words, _ -> model.through(model.sayWhatMatters(words)) }
    }

    fun reword(view: WhatMattersView): Screen<*> {
        val question = Question<Unit>(
            R.string.matters_title,
            R.string.matters_reword,
            words = view.matters.words,
            keptAs = kept(WordsFor.WHAT_MATTERS_REWORDING, view.id),
        )
        return ask(question) { words, _ -> model.through(model.rewordWhatMatters(view.id, words)) }
    }

    fun promise(promise: PromiseLine): Screen<*> {
        val keptAs = kept(WordsFor.PROMISE_OUTCOME, promise.note)
        val question =
            Question<Unit>(R.string.promise_title, R.string.duty_outcome, about = promise.words, keptAs = keptAs)
        return ask(question) { words, _ -> model.through(model.keepPromise(promise.note, words)) }
    }

    fun duty(duty: DutyView): Screen<*> {
        val keptAs = kept(WordsFor.DUTY_OUTCOME, duty.id)
        val question = Question<Unit>(R.string.duty_title, R.string.duty_outcome, about = duty.duty.what, keptAs = keptAs)
        return ask(question) { words, _ -> model.through(model.settleDuty(duty.id, words)) }
    }

    fun wish(wish: WishView): Screen<*> {
        val keptAs = kept(WordsFor.WISH_ANSWER, wish.id)
        val question = Question<Unit>(R.string.wish_title, R.string.wish_answer, about = wish.wish.words, keptAs = keptAs)
        return ask(question) { words, _ -> model.through(model.answerWish(wish.id, words)) }
    }

    fun pause(): Screen<*> {
        val keptAs = kept(WordsFor.PAUSE_WHY)
        val question =
            Question<Unit>(R.string.pause_title, R.string.pause_words, wordsMayBeEmpty = true, keptAs = keptAs)
        return ask(question) { words, _ -> model.through(model.pauseForClient(words.ifBlank { null })) }
    }

    fun need(): Screen<*> = ask(
        Question(
            R.string.need_title,
            R.string.need_words,
            choiceLabel = R.string.need_about,
            options = needCategories.map { it to wordsOf(it) },
            keptAs = kept(WordsFor.NEED),
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
            keptAs = kept(WordsFor.NEED_BARRIER, need.id),
        ),
    ) { words, resolution ->
        model.through(model.resolveNeed(need.id, checkNotNull(resolution), words.ifBlank { null }))
    }

    private fun <T : Any> ask(
        question: Question<T>,
        send: suspend (String, T?) -> Refusal?,
    ): Screen<*> = AskScreen(phone, way, question, send)

    private fun kept(wordsFor: WordsFor, about: EntityId? = null) = Saying(wordsFor, case, about)
}
