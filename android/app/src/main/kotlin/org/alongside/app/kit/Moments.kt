package org.alongside.app.kit

import android.app.DatePickerDialog
import android.app.TimePickerDialog
import android.content.Context
import android.text.format.DateFormat
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneId
import java.time.ZonedDateTime
import org.alongside.app.R
import org.alongside.app.words.momentInWords

/**
 * A day and a time, chosen in the system's own pickers; [chosen] and what [choose] hears are milliseconds since 1970 in UTC.
 *
 * The phone's time zone counts: a visit is at three o'clock where the two meet.
 */
fun Page.moment(key: String, label: String, chosen: Long?, choose: (Long) -> Unit) {
    element("moment", key) { LabelledMoment(it) }.show(label, chosen, choose)
}

/** The words of a moment, and the two buttons that change it. */
internal class LabelledMoment(context: Context) : LinearLayout(context) {
    private val label = TextView(context, null, 0, R.style.Words_Label)
    private val said = TextView(context, null, 0, R.style.Words_Body)
    private val day = Button(context, null, 0, R.style.Action_Other)
    private val time = Button(context, null, 0, R.style.Action_Other)

    init {
        orientation = VERTICAL
        day.setText(R.string.choose_day)
        time.setText(R.string.choose_time)
        val apart = LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT)
        apart.topMargin = Sizes(resources).near * 2
        addView(label)
        addView(said)
        addView(day, apart)
        addView(time, LayoutParams(apart))
    }

    fun show(words: String, chosen: Long?, choose: (Long) -> Unit) {
        label.text = words
        said.text = chosen?.let { momentInWords(context, it) } ?: resources.getString(R.string.moment_none)
        val start = chosen?.let(::here) ?: tomorrowMorning()
        day.setOnClickListener { askDay(start) { choose(millis(it, start.toLocalTime())) } }
        time.setOnClickListener { askTime(start) { choose(millis(start.toLocalDate(), it)) } }
    }

    private fun askDay(start: ZonedDateTime, choose: (LocalDate) -> Unit) {
        val chosen = DatePickerDialog.OnDateSetListener { _, year, month, of -> choose(LocalDate.of(year, month + 1, of)) }
        DatePickerDialog(context, chosen, start.year, start.monthValue - 1, start.dayOfMonth).show()
    }

    private fun askTime(start: ZonedDateTime, choose: (LocalTime) -> Unit) {
        val chosen = TimePickerDialog.OnTimeSetListener { _, hour, minute -> choose(LocalTime.of(hour, minute)) }
        TimePickerDialog(context, chosen, start.hour, start.minute, DateFormat.is24HourFormat(context)).show()
    }

    private companion object {
        const val MORNING = 10

        fun here(millis: Long): ZonedDateTime = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault())

        fun millis(day: LocalDate, time: LocalTime): Long =
            day.atTime(time).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli()

        fun tomorrowMorning(): ZonedDateTime = ZonedDateTime.now().plusDays(1).withHour(MORNING).withMinute(0)
    }
}
