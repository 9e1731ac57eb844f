package org.alongside.app.worker.words

import org.alongside.app.R
import org.alongside.core.NeedCategory
import org.alongside.core.NeedResolution

/** What needs are about, in the order in which it is offered. */
val needCategories: List<NeedCategory> = NeedCategory.entries - NeedCategory.UNKNOWN

/** What may become of a need, in the order in which it is offered. */
val needResolutions: List<NeedResolution> = NeedResolution.entries - NeedResolution.UNKNOWN

/** The words of what a need is about. */
fun wordsOf(category: NeedCategory): Int = when (category) {
    NeedCategory.MONEY -> R.string.need_money
    NeedCategory.HOUSING -> R.string.need_housing
    NeedCategory.FOOD -> R.string.need_food
    NeedCategory.ENERGY -> R.string.need_energy
    NeedCategory.WORK -> R.string.need_work
    NeedCategory.LEGAL -> R.string.need_legal
    NeedCategory.CARING -> R.string.need_caring
    NeedCategory.SAFETY -> R.string.need_safety
    NeedCategory.DIGITAL -> R.string.need_digital
    NeedCategory.TRANSPORT -> R.string.need_transport
    NeedCategory.CONNECTION -> R.string.need_connection
    NeedCategory.MOOD -> R.string.need_mood
    NeedCategory.HEALTH -> R.string.need_health
    NeedCategory.LIFESTYLE -> R.string.need_lifestyle
    NeedCategory.OTHER -> R.string.need_other
    NeedCategory.UNKNOWN -> R.string.value_unknown
}

/** The words of what became of a need. */
fun wordsOf(resolution: NeedResolution): Int = when (resolution) {
    NeedResolution.MET -> R.string.resolution_met
    NeedResolution.PARTLY -> R.string.resolution_partly
    NeedResolution.NOT_MET -> R.string.resolution_not_met
    NeedResolution.CHANGED -> R.string.resolution_changed
    NeedResolution.NO_SERVICE -> R.string.unmet_no_service
    NeedResolution.NOT_ELIGIBLE -> R.string.unmet_not_eligible
    NeedResolution.WAITING -> R.string.unmet_waiting
    NeedResolution.UNAFFORDABLE -> R.string.unmet_unaffordable
    NeedResolution.INACCESSIBLE -> R.string.unmet_inaccessible
    NeedResolution.UNKNOWN -> R.string.value_unknown
}
