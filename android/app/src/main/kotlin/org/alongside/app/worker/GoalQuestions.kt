package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.goalStandings
import org.alongside.app.worker.words.stepTakers
import org.alongside.app.worker.words.wordingAuthors
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.GoalsModel
import org.alongside.core.EntityId
import org.alongside.core.GoalView
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** The pages with one question each that belong to goals. */
internal class GoalQuestions(private val phone: PhoneSurface, private val way: Way, private val model: GoalsModel) {
    private val case = model.state.value.case
    private val authors = wordingAuthors.map { it to wordsOf(it) }

    fun agree(): Screen<*> {
        val question =
            Question(
                R.string.goals_agree,
                R.string.goal_words,
                choiceLabel = R.string.goal_whose_words,
                options = authors,
                keptAs = Saying(WordsFor.GOAL, case),
            )
        return AskScreen(phone, way, question) { words, by -> model.through(model.agreeGoal(words, checkNotNull(by))) }
    }

    fun step(goal: EntityId): Screen<*> {
        val takers = stepTakers.map { it to wordsOf(it) }
        val question =
            Question(
                R.string.goal_add_step,
                R.string.goal_step_words,
                choiceLabel = R.string.goal_step_by,
                options = takers,
                keptAs = kept(WordsFor.STEP, goal),
            )
        return AskScreen(phone, way, question) { words, by -> model.through(model.addStep(goal, words, checkNotNull(by))) }
    }

    fun standing(view: GoalView): Screen<*> {
        val question = Question(
            title = R.string.goal_stand,
            label = R.string.goal_stand_why,
            wordsMayBeEmpty = true,
            choiceLabel = R.string.goal_stand_choice,
            options = goalStandings.map { it to wordsOf(it) },
            about = view.goal.wording,
            keptAs = kept(WordsFor.GOAL_STANDING, view.id),
        )
        return AskScreen(phone, way, question) { words, status ->
            model.through(model.setGoalStatus(view.id, checkNotNull(status), words.ifBlank { null }))
        }
    }

    fun reword(view: GoalView): Screen<*> {
        val question = Question(
            title = R.string.goal_reword,
            label = R.string.goal_words,
            words = view.goal.wording,
            choiceLabel = R.string.goal_whose_words,
            options = authors,
            chosen = view.goal.wordingBy,
            keptAs = kept(WordsFor.GOAL_REWORDING, view.id),
        )
        return AskScreen(phone, way, question) { words, by -> model.through(model.rewordGoal(view.id, words, checkNotNull(by))) }
    }

    fun paraphrase(view: GoalView): Screen<*> {
        val question = Question<Unit>(
            title = R.string.goal_paraphrase,
            label = R.string.goal_paraphrase_words,
            words = view.goal.paraphrase.orEmpty(),
            about = view.goal.wording,
            keptAs = kept(WordsFor.GOAL_PARAPHRASE, view.id),
        )
        return AskScreen(phone, way, question) { words, _ -> model.through(model.paraphraseGoal(view.id, words)) }
    }

    /** Two pages: the new words and whose they are, then why the goal became another. */
    fun becomeAnother(view: GoalView): Screen<*> {
        val question = Question(
            title = R.string.goal_change,
            label = R.string.goal_words,
            choiceLabel = R.string.goal_whose_words,
            options = authors,
            about = view.goal.wording,
            action = R.string.ask_go_on,
            keptAs = kept(WordsFor.GOAL_CHANGE, view.id),
        )
        return AskScreen(phone, way, question) { wording, by ->
            val keptAs = kept(WordsFor.GOAL_CHANGE_WHY, view.id)
            val why = Question<Unit>(R.string.goal_change, R.string.goal_change_why, about = wording, keptAs = keptAs)
            way.replace(
                AskScreen(phone, way, why) { reason, _ ->
                    model.through(model.changeGoal(view.id, wording, checkNotNull(by), reason))
                }
            )
            null
        }
    }

    fun checkIn(goal: EntityId): Screen<*> {
        val numbers = scoreWords.mapIndexed { score, words -> score.toLong() to words }
        val question = Question(
            title = R.string.goal_check_in,
            label = R.string.goal_check_in_words,
            wordsMayBeEmpty = true,
            choiceLabel = R.string.goal_check_in_score,
            options = numbers,
            keptAs = kept(WordsFor.CHECK_IN, goal),
        )
        return AskScreen(phone, way, question) { words, score -> model.through(model.checkIn(goal, score, words)) }
    }

    private fun kept(wordsFor: WordsFor, goal: EntityId) = Saying(wordsFor, case, goal)

    private companion object {
        val scoreWords = listOf(
            R.string.score_0, R.string.score_1, R.string.score_2, R.string.score_3, R.string.score_4, R.string.score_5,
            R.string.score_6, R.string.score_7, R.string.score_8, R.string.score_9, R.string.score_10,
        )
    }
}
