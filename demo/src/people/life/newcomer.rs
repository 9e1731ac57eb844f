//! A new country's language, letters and waiting rooms. Patterns only.

use super::thread::{GoalSeed, Thread, task};
use crate::people::services::Service;

#[rustfmt::skip]
pub(crate) static NEWCOMER: Thread = Thread {
    key: "newcomer",
    told: [
        &[
            "We spoke with [an interpreter on the phone|{kinname} listening in the kitchen|{their} English and my hands]; {name}’s first language is {language}, and {they} {has} [never been asked which|been given leaflets in another one].",
            "Until now {kinname} has [interpreted|rung for everything]; some things {name} [will not say|has not said] through [{their} own child|family].",
            "At {practice} the call system [shows a name nobody says right|moved on before {they} stood up]; {they} {has} [gone home twice without being seen|stopped going].",
            "{name} [was|had been] {job} before, with [people under {them}|a good name], and finds it [hard|strange] to be “[slow|the one who nods]” here.",
            "The letters from [the hospital|the school|the council] are [kept in order|in a drawer], [each with a guess pencilled on it|some very important].",
            "[{mum} taught {them}|{they} learned] to read [in the evenings|late]; in English {they} know{s} the [numbers on the bus|price tags and “sorry”].",
            "{name} [knows four scripts|speaks three languages] and none of them is on the [form|sign at {practice}].",
            "{they} came with [one case and {their} school certificates|{~2-4} children and a folder], and the certificates [mean nothing here|are in a drawer at an office, {@ref}].",
            "The [bus|library] card was the first thing with {their} name right, and {they} [showed it to me|carried it in front of {them}].",
            "{name} cooks for [{~5-9} people|the whole stair] and [has not eaten with anyone English|would like to see the inside of an English kitchen].",
            "Here it is the quiet that [frightens|surprises] {them}: [at home the street was a room|no one knocks].",
        ],
        &[
            "The English class is [full until {month}|on the far side of two buses|mixed, and {they} would rather it was not].",
            "The interpreter did not come to the clinic, so the [appointment|test] was put off [{~5-12} weeks|again]; {name} [nodded through it|signed something].",
            "The tablets had been taken [all at night|twice over]: the label said one thing and the [video|cousin] another. {nurse} has [put stickers on the boxes|drawn suns and moons].",
            "A form was sent back because the name is written [two ways|with the parts turned round].",
            "Someone [shouted|said something] on {bus}. {name} [got off two stops early|has walked since], and [told me only because I asked about the shoes|shrugged it off, not very well].",
            "An interview about [papers|the benefit] is on the {#2-27}th, with an interpreter of [the wrong dialect last time|the neighbouring country]; I have [asked in writing for the right one|rung {@officer}].",
            "{kinname} missed school to [interpret at the clinic|ring the gas], again, and [the school wrote|the teacher asked why].",
            "The language class wants [an online form|a password and a postcode] to enrol; it took us [fifty minutes|two goes], and then [“session expired”|a picture of traffic lights].",
            "[At the chemist’s|In the queue] {name} was [given somebody else’s bag|asked {their} name four times], and left without the tablets.",
        ],
        &[
            "{name} has started at the conversation table: [tea, scissors and talk|six women and one dictionary], and came with a [word|question] for me: “[damp|fortnight|overdue|cheeky]”.",
            "The record at {practice} now says [{language}, interpreter, double time|which name comes first], and the last visit [took place properly|was the first {they} understood to the end].",
            "{they} [rang|spoke to] the [chemist|school] alone, [having practised with me|reading off the card], and [they understood|she called {them} “love”].",
            "At {gathers} {name} [found|was told of] a [retired teacher|cousin’s neighbour] who reads letters on Fridays.",
            "[Cooking|{food}] for {hall} went so well that [they want the recipe|people came back with boxes].",
            "{practice} rang with the interpreter already on the line; {name} [told me this as one tells of a wedding|needed to sit down].",
            "{name} helped at {hall} and was paid in [bread and laughing|a certificate with {their} whole name].",
            "{they} read [a whole menu|the back of the cereal|a page of a children’s book] aloud to me, [stopping at “through” and “though”|and asked who had decided on “Wednesday”].",
            "{neighbour} and {name} swap [dishes|words] over the wall: [rhubarb for coriander|“ta-ra” has been learned].",
            "The mix-up of names is [settled at three offices out of four|in writing, {@ref}].",
        ],
        &[
            "We did the whole visit in English [but for two words|with the interpreter waiting and not needed].",
            "{name} [read me|opened] the hospital letter {themself}, [finger under the line|slowly], and got it right.",
            "{they} [translated|explained the chemist’s counter] for somebody new at {shop}.",
            "The class exam is [done|on {weekday}]; [the certificate has the name right|{kinname} made a cake].",
            "{name} [went to the parents’ evening|saw the heart doctor] alone and came back with [a page of notes, in two alphabets|three questions answered].",
            "{they} teach{es} [me|the table at {hall}] a word each time in return; mine was [“patience”|“cardamom”|“slowly”].",
            "The exam: [passed|speaking, full marks; spelling, a matter of opinion].",
        ],
    ],
    said: [
        &[
            "“In my language I am [funny|clever],” {name} said. “In English I am [a child|very quiet].”",
            "“I say yes, yes. [Then I go home and I don’t know what I said yes to.|It’s the quick way out.]”",
            "“{mykin} should not [hear about my body|carry this],” was how {they} put it through the interpreter.",
            "“They shout,” {they} said. “I’m not deaf. [I’m from somewhere.|Slow, not loud.]”",
            "“At home I had [a shop|a class of forty]. [Here I have a number.|Here they speak to {kinname}.]”",
            "“The doctor looked at the [screen|child], not at me.”",
            "“What is ‘a bit under the weather’? [I looked at the sky.|The nurse wrote it.]”",
            "“I learn ten words and [the English talk with the other ones|eat nine].”",
        ],
        &[
            "“I wait for the class like [rain|a visa],” {they} joked.",
            "“I took what the box said. [The box said it in English.|I thought one was for each hand.]”",
            "“I did not answer that man. [I had the words in my language. Good ones.|I was tired.]”",
            "“The paper says I am two people,” {name} said. “[Both have sugar.|Let them both get the bus pass.]”",
            "“They said ‘somebody will ring’. [In which language?|I sat by the phone in my coat.]”",
            "“I practised ‘I have an appointment’ on the way. [They asked me something else.|It came out in the wrong language, French!]”",
            "“The boy from upstairs came to translate. He told the doctor [‘all fine’|what he thought]. [He was tired.|He wanted to be outside.]”",
        ],
        &[
            "“I said ‘good morning, repeat prescription’ and she [understood me|smiled]. I [ran home|told everybody].”",
            "“Now I know ‘fortnight’. [Why not say two weeks?|The English like secrets.]”",
            "“The lady speaks {language} on the telephone. [I talked for me.|Everything came out.]”",
            "“She said my name [right|the whole of it]. [I wanted to hear it again.|I answered like a queen.]”",
            "“I told the dentist a joke. [With the thing in my mouth.|He had to stop the drill.]”",
            "“{neighbour} says ‘now then’. [Now, then. What is it?|So I say it also.]”",
        ],
        &[
            "“Yesterday I [dreamed|made a joke] in English. [A small one.|Somebody laughed.]”",
            "“I read it. You check. [But I read it.|I think it says Tuesday.]”",
            "“I tell the new ones: [ask for the interpreter|say ‘please slow’]. It’s free.”",
            "“I dream in [both|half and half]. [My mother speaks English in it. She never did!|With subtitles.]”",
            "“The new family on the stair, [I took bread|I said ‘come, I know the office’].”",
            "“Before, I was [waiting|visiting]. Now I [live here|complain about the bus like everyone].”",
        ],
    ],
    promises: &[
        "book the interpreter myself and ring to be sure",
        "ask {practice} to put {language} and double time on the record",
        "find a class on one bus, for [women|beginners]",
        "have both spellings of the name put right in writing",
        "bring the letters back with the important line marked",
        "ask {nurse} for stickers on the boxes",
    ],
    tasks: &[
        task("bring every letter, also the ones that look like advertising", "brought every letter, also the ones that look like advertising"),
        task("practise the sentence for the chemist", "practised the sentence for the chemist"),
        task("come to the conversation table once", "come to the conversation table"),
        task("show the card that says which language", "shown the card at the desk"),
        task("write the new words in the notebook", "filled {~2-6} pages of the notebook"),
    ],
    goals: &[
        GoalSeed { words: "[Talk to the doctor myself|Speak for me at the surgery]", about: "the talking", moving: false, steps: &[
            "{practice} writes {language} on the record", "{worker} books the interpreter and rings to be sure", "{name} practises two questions", "{kin} waits outside", "{name} asks the first question in English", "We talk over how it went" ] },
        GoalSeed { words: "Read my letters and know which are [important|to answer]", about: "the letters", moving: false, steps: &[
            "{name} brings all letters on Friday", "{worker} marks the line that matters", "{name} copies the new words", "The reader at {gathers} does the long ones", "{name} opens the next one alone", "{hall} has a place in the beginners’ class" ] },
    ],
    reasons: &[
        "First language {language}; wants to speak for {themself} at the surgery.",
        "Would like a beginners’ class on one bus. Interpreter for the first visit, please.",
        "A good cook and used to work; would like company in which to practise English.",
    ],
    services: &[Service::Learning, Service::Lunch, Service::Digital, Service::Work, Service::Swimming],
    later: &[
        "Interpreter [not needed today|booked and came on time].",
        "New word this time: “[drizzle|nevertheless|plumber|gorgeous]”.",
        "The letters are in [two heaps, both small|the tray, opened].",
    ],
};
