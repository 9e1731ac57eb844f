package org.alongside.app.client

import org.alongside.app.R
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.way.Place
import org.alongside.companion.PhoneSurface
import org.alongside.core.Me

/** Where a client can go. Before there is a case of theirs there is only the first screen. */
fun clientPlaces(phone: PhoneSurface, me: Me, picker: PhotoPicker): List<Place> {
    val home = Place(R.string.home_name) { way -> HomeScreen(phone, way) }
    val case = me.ownCase ?: return listOf(home)
    return listOf(
        home,
        Place(R.string.goals_name) { way -> MyGoalsScreen(phone, case, way, picker) },
        Place(R.string.referrals_name) { way -> MyReferralsScreen(phone, case, way) },
        Place(R.string.sharing_name) { SharingScreen(phone, case) },
    )
}
