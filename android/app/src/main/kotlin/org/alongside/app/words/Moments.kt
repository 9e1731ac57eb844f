package org.alongside.app.words

import android.content.Context
import android.text.format.DateUtils

/** [millis] (since 1970 in UTC) as a day of the week, a date and a time, in the phone's language and zone. */
fun momentInWords(context: Context, millis: Long): String = DateUtils.formatDateTime(context, millis, DAY or TIME)

/** [millis] (since 1970 in UTC) as a day of the week and a date. */
fun dayInWords(context: Context, millis: Long): String = DateUtils.formatDateTime(context, millis, DAY)

private const val DAY = DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_WEEKDAY
private const val TIME = DateUtils.FORMAT_SHOW_TIME
