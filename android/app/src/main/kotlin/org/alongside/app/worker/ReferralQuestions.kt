package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.needCategories
import org.alongside.app.worker.words.unmetReasons
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.OnwardReferralModel
import org.alongside.companion.screens.ReferralLine
import org.alongside.core.NewUnmetNeed
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.Saying
import org.alongside.core.StatusBy
import org.alongside.core.WordsFor

/** Steps after which the client is owed a reason. */
internal val cameBack = setOf(ReferralState.REJECTED, ReferralState.FAILED)

/** The page on which the next step of a referral is written down; one that came back goes on to what the client is told. */
internal fun stepQuestion(phone: PhoneSurface, way: Way, model: OnwardReferralModel, line: ReferralLine): Screen<*> {
    val question = Question(
        title = R.string.referral_next,
        label = R.string.referral_reason,
        wordsMayBeEmpty = true,
        choiceLabel = R.string.referral_step_choice,
        options = line.next.map { it to wordsOf(it) },
        about = line.view.referral.to,
        keptAs = Saying(WordsFor.REFERRAL_STEP, model.state.value.case, line.view.id),
    )
    return AskScreen(phone, way, question) { words, chosen ->
        val step = ReferralStep(checkNotNull(chosen), reason = words.ifBlank { null })
        if (chosen in cameBack && words.isNotBlank()) {
            way.replace(tellClient(phone, way, model, line, step.copy(by = StatusBy.SERVICE)))
            null
        } else {
            model.through(model.recordStep(line.view.id, step))
        }
    }
}

/** What the client reads of it, in plain words: never the service's own reason by itself. */
private fun tellClient(
    phone: PhoneSurface,
    way: Way,
    model: OnwardReferralModel,
    line: ReferralLine,
    step: ReferralStep,
): Screen<*> {
    val keptAs = Saying(WordsFor.REFERRAL_NEWS, model.state.value.case, line.view.id)
    val question =
        Question<Unit>(R.string.referral_tell_title, R.string.referral_tell_words, about = step.reason, keptAs = keptAs)
    return AskScreen(phone, way, question) { words, _ ->
        model.through(model.recordStep(line.view.id, step.copy(toldClient = words)))
    }
}

/** Two pages: what the need is about, then why nothing serves it. */
internal fun unmetQuestion(phone: PhoneSurface, way: Way, model: OnwardReferralModel): Screen<*> {
    val open = model.state.value.needs.filter { it.need.resolution == null }
    val about = Question(
        title = R.string.unmet_title,
        choiceLabel = R.string.need_about,
        options = open.map { it.need.category }.distinct().ifEmpty { needCategories }.map { it to wordsOf(it) },
        action = R.string.ask_go_on,
    )
    return AskScreen(phone, way, about) { _, category ->
        val why = Question(
            title = R.string.unmet_title,
            label = R.string.unmet_words,
            wordsMayBeEmpty = true,
            choiceLabel = R.string.unmet_why,
            options = unmetReasons.map { it to wordsOf(it) },
            keptAs = Saying(WordsFor.UNMET_NEED, model.state.value.case),
        )
        val need = open.firstOrNull { it.need.category == category }?.id
        way.replace(
            AskScreen(phone, way, why) { words, reason ->
                val new = NewUnmetNeed(need, checkNotNull(category), checkNotNull(reason), words.ifBlank { null })
                model.through(model.recordUnmetNeed(new))
            },
        )
        null
    }
}
