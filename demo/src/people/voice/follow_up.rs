//! What became of what both sides had promised last time. Patterns only.

/// The worker kept the promise.
pub(crate) static PROMISE_KEPT: &[&str] = &[
    "Last time I said I would {promise}: [done|that is done, and took {~2-5} calls|done on {weekday}].",
    "I began with my own list. I had promised to {promise}, and [I have|did so on {weekday}|there is an answer: yes, within {#5-20} working days].",
    "My promise from last time, to {promise}, is [kept|off the list]; {name} [had already noticed|was surprised|said “so you did”].",
    "I had undertaken to {promise}. [It is in writing now.|They were helpful.|It worked at the third try.]",
    "[As promised I was able to|I did manage to] {promise}, [and told {them} what was said, word for word|and brought the paper with me].",
    "I had said I would {promise}. [Done at {@clock} on {weekday}|Done]: {@officer} [took it down|was civil|knew the case], {@ref}.",
    "To {promise}: done, through {@officer}, {@ref}. [An answer in {#10-20} working days.|The answer is yes.|The answer is “not yet”.]",
    "My side first: I promised to {promise}. It took [two calls|a visit|an hour on hold], and {@officer} [saw to it|owned the mistake|will ring {name} direct].",
    "As promised, to {promise}. [Settled|In hand], {@ref}; I [wrote the number in {their} book|left the paper with {them}].",
    "I told {them} straight away that I had been able to {promise}. {@officer} answered, at {@clock} on {weekday}; {@ref}.",
    "It was {weekday}, {@clock}, before I got round to it: {promise}. [Answer by {@date}.|They need one signature.|Nothing more to do.]",
    "{name} asked before I sat down whether I had managed to {promise}. I had, [thanks to {@officer}|at the second try|and showed the page].",
    "I had {promise} on my list and could cross it off, [{@ref}|with a letter to prove it|though it took until {@clock}].",
    "[Word|News] from {@officer}: because I had said I would {promise}, [they have opened the file|there is a date, {@date}|it goes to the panel on {@date}].",
    "What I promised ({promise}) is done and cost {@fare} in phone calls, [which I do not grudge|says the bill].",
    "I could report on my promise to {promise}: [yes|a polite yes|yes, with conditions], {@officer}, {@ref}.",
];

/// The worker has not managed yet, and says so.
pub(crate) static PROMISE_OPEN: &[&str] = &[
    "I had not yet managed to {promise} and said so first; [the line was engaged all week|the person is on leave until {weekday}|I forgot, and apologised]. It stays on my list.",
    "Still owed from last time: to {promise}. [They have not rung back|I have tried twice]; I will [try a different door|go in person].",
    "I owned up that I still have to {promise}. {name} [shrugged|said “at least you say”|was let down, and was right to be].",
    "I had promised to {promise} and it is not done: {@officer} is [off sick|away till {weekday}], and nobody else may touch it, {@ref}. I said so at once.",
    "Not done yet, to {promise}: {@span} on hold and then the line went. [Again on {weekday}.|I will go in.]",
    "I still have not been able to {promise}; {@officer} says {@date}. {name} took it {@manner}.",
    "About my promise to {promise}: stuck. [A form went astray, {@ref}.|{@officer} has moved on, and the new one, {@who}, starts {@date}.]",
    "I owe {them} one: to {promise}. I gave the reason, {@worry} of my own, and the new day, {@date}.",
    "To {promise} took three goes and is still not there. {name} said {@manner} that {they} know{s} the feeling.",
];

/// The client did what they had taken on.
pub(crate) static TASK_DONE: &[&str] = &[
    "{name} had {done}[, and told me before I sat down|, as {they} said {they} would|; it was harder than it sounds|, “so there”].",
    "And {they} had {done}. [We stopped and looked at that for a minute.|Not a small thing this month.|{they} shrugged it off; I did not.]",
    "What {they} had taken on is done: {they} {has} {done}.",
    "{name} [is pleased|was almost shy about it]: {they} {has} {done}.",
    "{name} told me {@manner}: {they} {has} {done}.",
    "{they} {has} {done}, between a trip to {@errand} and {@worry}.",
    "One thing done and it was {theirs}: {they} {has} {done}. [{they} put it next to {@good}.|We ticked it.|{kinname} had said {they} would not.]",
    "“Ask me,” {they} said, so I asked. {they} had {done}.",
    "{name} had {done}. {kinname} had [helped|watched|not been told].",
    "On {weekday} at {@clock}, {they} could tell me exactly, {they} had {done}.",
    "{they} had {done} and then gone to {@errand} on the strength of it.",
    "I had nearly forgotten; {they} had not. {they} had {done}.",
    "What {they} took on is behind {them}: {they} {has} {done}. {@good} was how {they} marked it.",
    "{name} told me, {@manner}: {they} had {done}, thank you very much.",
];

/// The client could not do it yet.
pub(crate) static TASK_OPEN: &[&str] = &[
    "{name} has not been able to {todo} yet; [there was {kinname} to see to|the week went elsewhere|it felt too big]. We [made it smaller|left it out|kept it for a better week].",
    "[The plan had been to|{they} had meant to] {todo}. It did not come to that: [{weekday} was bad|no credit, no bus|{they} could not face it]. Fair enough.",
    "To {todo} was [one thing too many|more than the fortnight had room for], {they} said, and [I should have seen it|we let it rest].",
    "{they} could not {todo}, what with {@worry}. [It stays, if {they} want{s} it to.|Crossed out, no harm.]",
    "To {todo} is still open: {@worry} came first, {they} said, {@manner}.",
    "{name} had got up on {weekday} to {todo}, and then {@ache} decided otherwise.",
    "We had said {they} might {todo}. {@worry} got there first. [It can wait.|Smaller, next time.]",
    "To {todo}? Not with {@worry} in the {home}, {they} said, {@manner}.",
    "{they} began, on {weekday}, to {todo}, and stopped. [Beginning counts.|I asked what the first bit was like. All right, that bit.]",
];
