extension QuestionBank {
    /// The built-in questions in English.
    package static let english = parse(englishText, file: "the built-in English questions", in: .english).bank

    /// The bank as text, in the form of a bank of one's own.
    package static let englishText = """
        # The coaching questions, in English. One question a line under the [reason] for which it is asked.
        #
        # A question with a placeholder is only chosen where the fact is known: {account}, {milestone}, {due} ("Thu 26 Nov"),
        # {person} (a stakeholder's first name), {role}, {nextstep}, {industry}, {insight} (a fact we know), {trigger} (why they would
        # act now), {missingrole} (a role with no live contact), {heard} (the first name of whoever answered last), {lastkind} (of a last
        # touch in which they took part: call, e-mail, meeting, demo, visit, event, message). Milestones, next steps, insights and
        # triggers are words of the data and stand in quotation marks.
        #
        # A question is about the work, never the person; it helps within the hour; it could not stand under another reason.

        [first-contact]
        Who at {account} would feel the problem first that we solve?
        What do you know about the business of {account} that could open a door?
        Which of us, or of our customers, knows somebody at {account}?
        What would be worth two minutes there to somebody who has never heard of us?
        Which reason for choosing {account} would interest somebody there as well?
        With which one question would you like to begin at {account}?
        Which door opens most easily: the phone, a letter, an event or an introduction?
        What is going on at {account} that makes a first word welcome?
        Who there could tell you more in five minutes than any website?
        After a first talk at {account}, which one answer would decide whether you go on?
        What could you bring along that is of use even if nothing comes of it?
        Which half hour this week could belong to a first word to {account}?
        What would make the first call to {account} an easy one?
        Whose name at {account} could you find out before the day ends?
        Which customer of ours is most like {account}, and what is there to tell of it?
        Who in {industry} could put in a word for you at {account}?
        "{insight}": how would a first line to {account} begin with that?
        What would make "{milestone}" a natural next thing for {account}?
        "{milestone}": who at {account} would have to be there for it?
        "{trigger}": who at {account} would take a call about that?
        [no-next-step]
        Where did you and {heard} leave it the last time you talked?
        Whose turn is it now, and does {account} see it the same way?
        What could {account} say yes to this week without asking anyone?
        Which step would be useful to {account} even if they never bought?
        What would you suggest to {account} if it could take only fifteen minutes?
        What would you like to see in the diary with {account} two weeks from now?
        What needs to happen at {account} before a next step makes sense?
        What would make {account} ask you for the next date, not the other way round?
        Which date in their calendar could a next step hang on?
        If nothing is agreed, what will the week at {account} fill up with instead?
        What could you send that is easiest to answer with a date?
        What would {heard} say the next step is?
        How did the {lastkind} end: with a date, a promise or a thank you?
        Which date could you offer that brings "{milestone}" closer?
        We know "{insight}": which step follows from that?
        What does {heard} still need before naming a day?
        What would {person} find easy to answer with a day and a time?
        Which step would bring "{milestone}" closer and cost {account} ten minutes?
        What would {person} want to see before "{milestone}"?
        "{trigger}": which date there would a next step have to meet?

        [next-step-passed]
        Is it still the right step, or has something better come up?
        Did the step wait for you, for {account} or for someone in between?
        Does {account} expect it, or is something else in the foreground there?
        What could half an hour today do for "{nextstep}"?
        What can you tell {account} today about when it will come?
        What would {account} notice first if the step came this week?
        Which day would you give it, now that you know how the week is going?
        What was the step meant to open, and is there a shorter way there?
        What has moved since then that makes the step smaller?
        Which part of "{nextstep}" was bigger than it looked on paper?
        Who could take a part of this step off your desk?
        What would there be room for if you let this step go?
        Which ten minutes today would bring "{nextstep}" closer?
        What does {heard} expect of "{nextstep}", and by when?
        What do you need from {person} for "{nextstep}"?
        Which part of "{milestone}" hangs on this step?
        What would {person} say to a smaller "{nextstep}" today?
        Which day would {account} believe for "{nextstep}"?
        What else at {account} waits for "{nextstep}"?
        Is "{nextstep}" still what {person} wants next?

        [quiet]
        What has changed on their side since the {lastkind}?
        What may have happened at {account} that you would only hear by asking?
        Is this quiet theirs or ours?
        Was this pause agreed, or did it just come about?
        What may {account} want to settle before you speak again?
        Which question to {heard} was left unasked last time?
        What did you read or hear this week that {account} could use?
        Which two lines would be welcome there today, with nothing wanted in return?
        When would {heard} call it a good moment to talk again?
        What happens at {account} in this season that you could ask about?
        Which small thing could you find out for {account} today without being asked?
        How would {account} know that you have kept them in mind?
        What would you be curious about if you rang there this afternoon?
        Is it a busy season for {account}, and when does it end?
        What is probably keeping {person} busy this week?
        Which loose end was left hanging after the {lastkind}?
        Which news from {industry} would be worth a short line to {person}?
        Who there would like to hear how others deal with this: "{insight}"?
        What could you tell {person} about "{milestone}" that is new this week?
        "{trigger}": how far has that got at {account}?

        [stalled]
        What would be worth an answer, even on a busy day?
        If {account} had decided against it, how would you have heard by now?
        Which question would make a kind no easy for {account} to give?
        Which other door at {account} could you knock on?
        What does it cost {account} each week that nothing happens?
        What has pushed this aside at {account}, and who would tell you?
        How could you make it easy for them to say "not now, but next quarter"?
        Would a hold with a date help more than one more try?
        What have we asked of {account} so far, seen with their eyes?
        What do you know today that you did not know when {heard} last answered?
        What would {heard} still remember of your last talk?
        What would the person who first brought you in there say is going on?
        How would you begin if this were your first call to {account}?
        Which way of reaching {person} have you not tried yet?
        What was urgent before the {lastkind}, and is it still?
        What are others in {industry} doing about this right now?
        We know "{insight}": what does another month change there?
        Whom would {person} send you to if you asked?
        Would "{milestone}" still help {account}, and who would say so?
        What would make a good last line to {person}, with nothing wanted in return?
        "{trigger}": who there feels that already?

        [stalled-no-economic-buyer]
        Who of those who pay at {account} has been asked so far?
        Whose signature would end this silence?
        When it stopped, did you and {heard} still talk about the idea or already about the money?
        What would be worth ten minutes to the people who pay at {account}?
        Which question from above could {person} not answer?
        Who stopped or started the last purchase of this size at {account}?
        Which figure would the management of {account} want to see before going on?
        Which of us knows somebody with a budget at {account}?
        Would a line to the head of the department wake this up or close a door?
        Which budget date at {account} could explain the quiet?
        If the person who pays called today, what would your one sentence be?
        Who at {account} loses money while this rests?
        Who does {person} still have to convince, and what could you hand over for it?
        What would {person} gain by taking you along to the people who pay?
        We know "{insight}": on whose desk does that land?
        Who usually pays for something like this in {industry}?
        Whose yes would {person} need before the next call?
        Who pays at {account} for what comes after "{milestone}"?
        Which one page from you could {person} carry upstairs?
        What would {person} say if you asked who signs?
        "{trigger}": whose budget does that touch?

        [stalled-single-threaded]
        Is {account} silent, or is it only {person}?
        Who works next door to {person} and has the same problem?
        Which department at {account} would feel it if this went ahead?
        Whose name came up in passing and never became a conversation?
        Who over there has heard of it and never been asked?
        If your contact has moved on, who has the folder now?
        What would be a good reason to write to a second person, openly, with nobody passed over?
        Who in our own house knows someone else at {account}?
        What would bring you in front of two people there at once?
        Who at {account} would work with it every day, and has anyone asked them?
        What could you send that is passed along rather than answered?
        Who over there would be relieved if this came back to life?
        Who else would {heard} name if you asked who knows about this?
        What might {person} be stuck on inside, and who else could ask about it?
        What would be the first question from the {missingrole}, who has not been heard yet?
        Who besides {person} would want to talk about this: "{insight}"?
        Who besides {person} has a stake in "{milestone}"?
        Who would {person} bring along to a second talk?
        Which second name at {account} has to do with "{milestone}"?

        [stalled-milestone]
        What stands in the way of "{milestone}" that nobody has said aloud?
        Is this milestone something {account} wants, or only something we want?
        Who there makes the first move so that "{milestone}" can happen?
        What part of this milestone could go on without the answer you are waiting for?
        Which other milestone would be easier for {account} to say yes to?
        What does {account} have in hand once this milestone is reached?
        How much of this milestone was done before it went silent?
        Which later milestone could you prepare while this one rests?
        What do they need from us for this milestone that they have not got yet?
        Which objection would {account} raise if you talked about this milestone tomorrow?
        Who at {account} has "{milestone}" in the diary too?
        Which one sentence would make this milestone worth talking about again?
        What made this milestone look close when you planned it?
        Which date would {account} believe, if {due} no longer fits?
        What did the {lastkind} leave open about "{milestone}"?
        What gets easier for {person} after "{milestone}"?
        How does "{insight}" speak for this milestone now?
        What would {person} need from us for "{milestone}"?
        Which first piece of "{milestone}" would {account} still say yes to?
        Who at {account} would miss "{milestone}" if it never came?

        [milestone-near]
        What is the smallest thing today that makes {due} easier?
        Whose yes would help most for {due}?
        What would be good for {account} to have read by then?
        What at {account} is most likely to get in the way, and who knows it today?
        Which day does {account} have in mind for it?
        Which half hour is set aside to prepare "{milestone}"?
        Who on our side would {account} like to have within reach that day?
        What would you do first if you had to begin this minute?
        Which question do you hope nobody at {account} asks about it?
        What can be left out so that the rest is ready in time?
        Which call to {account} today would save you two mails and a day?
        If the day moves, who at {account} would want to hear it from you first?
        What would you like to have ready on the table for {account}?
        What does "{milestone}" need from someone else, and do they know?
        What will be on the table once "{milestone}" is behind you?
        What would {person} like to have seen by {due}?
        Where does "{insight}" fit into what you show them by {due}?
        Who do you need on the line before {due}?
        Which one call today would make "{milestone}" likely?
        What does {person} need from you today for "{milestone}"?
        What would {person} say stands between today and "{milestone}"?
        Who at {account} counts on "{milestone}" as much as you do?
        What is still missing for "{milestone}", and who has it?
        Who at {account} says that "{milestone}" is reached, and by what sign?
        Which open point on "{milestone}" could a call to {person} close today?
        "{trigger}": what does that do for "{milestone}"?

        [milestone-passed]
        What did the date not know when it was set?
        Which date would you bet lunch on?
        What has become clearer about {account} since the date was set?
        What would {account} say was still missing?
        Does it need a new date, new hands or a new shape?
        What comes before it now that was not in the plan?
        Which first piece of it could have a date this week?
        What changes for {account} if it comes four weeks later?
        Which other dates at {account} lean on this one?
        What exactly at {account} held it up?
        Who at {account} would you like to choose the new date with?
        Whose calendar set the old date, ours or that of {account}?
        What is still missing before you would call "{milestone}" done?
        Who there knew that date?
        Would you plan "{milestone}" the same way today, or take another route?
        Which date would they name at {account} if you asked today?
        When could you and {person} sit down and set a new date?
        Which date for "{milestone}" would {person} keep?
        Which half of "{milestone}" could have a date this week?
        What does "{milestone}" need that it did not have by {due}?
        Who at {account} does "{milestone}" depend on now?
        "{trigger}": which date for "{milestone}" follows from that?

        [single-threaded]
        Who would notice first if this went well, and have they heard of us?
        If {heard} left tomorrow, who would carry it on?
        Who at {account} will live with the result and has not been asked yet?
        Who at {account} could say no late, and what would they like to know early?
        Whose budget, whose desks and whose data does this touch?
        What could you ask that only a second department can answer?
        Which meeting at {account} has a spare chair?
        Which of us has a counterpart at {account}: service, finance, technology?
        Who will be asked for an opinion the day before {account} decides?
        What would you like a second voice from there to tell you?
        For whom at {account} does this mean more work at first?
        Who there has been solving this by hand so far?
        Who would {heard} like to have along when it is discussed inside?
        What would the {missingrole} ask that {person} never would?
        Who would join for twenty minutes if the subject were "{insight}"?
        Which department at {account} has to change its work if this comes?
        When would it be natural for {heard} to introduce a colleague?
        Who else at {account} has to be there for "{milestone}"?
        Who would {person} ask before saying yes?
        Whom could {heard} bring along to the next talk?

        [no-economic-buyer]
        Who at {account} pays when the problem strikes again?
        Who has said no to things like this before?
        What belongs on the one page that the management of {account} would read?
        Which pot at {account} would the money come from, and who would miss it there?
        Who signed the last contract of this size at {account}?
        Up to what amount can {person} decide alone?
        What is the person with the budget at {account} judged by this year?
        How would the benefit sound in the words of someone from finance at {account}?
        Who at {account} gets the invoice, and who gets the benefit?
        Which risk would the people who pay see before any benefit?
        When does {account} plan next year's budget, and who is in that room?
        Which of us could talk about money at {account} as an equal?
        Who does {person} answer to for what things cost?
        What would {person} say if you asked who else has to like this?
        What would {person} need so that an introduction feels safe?
        We know "{insight}": whose budget does that touch in the end?
        In {industry}, is something like this a running cost or an investment?
        Whose budget does "{milestone}" depend on?
        Who would {person} have to ask before signing anything?
        "{trigger}": whose money at {account} does that move?

        [no-champion]
        Who would speak for us when we are not in the room?
        Who at {account} has a reason of their own to want this?
        Who there has warned you, corrected you or helped you before?
        Who tried to change this once already, and what became of it?
        What would someone there need to explain it without you?
        Who at {account} calls back without being asked twice?
        Which small favour could you ask for, to see who really wants this?
        Who at {account} has asked the best question so far?
        Whose idea could this become?
        Which slide would someone at {account} show as if it were their own?
        Who at {account} tells you what is not on the agenda?
        Whose "let us try it" carries weight over there?
        Who is new in the job there and would like an early success?
        What could {person} win inside the company if this works?
        Whose word on this would {person}, as the {role}, believe?
        "{insight}": whose cause is that at {account}?
        What have you done for someone there that had nothing to do with the sale?
        Who at {account} would be the first to miss "{milestone}"?
        What could you give {person} to show around inside?
        What is {person} asked about us when you are not there?

        [no-own-message]
        What do we know about {account} that they do not expect us to know?
        How would you end this: {account} should act now because…?
        What would make them say: this was written for us?
        Which of their own words belongs in the first line?
        What is coming up at {account} this year that would be easier with us?
        What would stay undone there if we did not exist?
        Which picture from a working day at {account} could the message begin with?
        Which result would {account} tell the neighbours about?
        In a lift with their management for thirty seconds, what would you leave out?
        What made you choose {account} for your list?
        What could we say to {account} that would be wrong for their competitor?
        Which change at {account} gives you a reason to write today?
        Which problem there do we solve better than anyone else who knocks?
        What do they believe about this that you see differently?
        "{insight}": why would {account} care about that this month?
        What did {account} say in public this year that you could answer?
        What does {heard} know about the place that no website tells?
        What would {person}, as the {role}, read to the end?
        "{trigger}": how would a first line to {account} take that up?
        Which sentence would {person} read out to a colleague?

        [generic-message]
        Which line in it could only be about {account}?
        What would their CFO underline?
        Which sentence would still be true with another name above it?
        What do you know of {account} that is not in it yet?
        If only one sentence could stay, which would it be?
        Where does the text speak of us, and where of {account}?
        Which number from {account} could take the place of a general one?
        Which words in it would nobody at {account} use?
        How do the two companies differ, and which line shows it?
        Which product, place or name of theirs could appear in it?
        Which question at the end could only {account} answer?
        Read aloud, at which line would they stop listening?
        What would you write if there were only a postcard?
        Which paragraph did you write with {account} in front of you?
        What would {heard} recognise in it from your talks?
        Where in the text would this have its place: "{insight}"?
        Which example from {industry} would be closer to home?
        Which line in it would tell {person} that it was written for {account}?
        Which line in it speaks of "{milestone}"?

        [research-gap]
        What do they use today, and what does it cost them a month?
        How did {account} decide the last time something like this was bought?
        Who would know the missing piece and be glad to be asked?
        Which question gets it in passing, without sounding like a form?
        What would you plan differently if you knew it?
        What is your best guess, and which one question would test it?
        What do the annual report, the job ads or the press page say about it?
        Who among us has dealt with {account} before and might remember?
        What do we believe about {account} that nobody has ever checked?
        Which fact about {account} would you pay money for?
        Which part of the problem has nobody described yet?
        Who at {account} is well served by things staying as they are?
        What has been tried there already, and why did it stop?
        What would a customer of {account} tell you about the company?
        Which part of this could {person} tell you in two minutes?
        What lies between us and "{milestone}" that ten minutes of reading would show?
        What holds in {industry} that may be true here as well?
        If "{insight}" is true, what would be good to know next?
        What would you plan differently for "{milestone}" if you knew it?
        Which question could you put to {person} in passing today?

        [no-milestones]
        What is settled at {account} just before they buy?
        Which three moments will you look back on once {account} is a customer?
        What would be the first real sign there that it is moving?
        Counting back from the day it starts, what comes right before?
        How do they usually get from an idea to a signature?
        Which path did a similar customer of yours take?
        Which proof will they want to see, and when?
        Which date of theirs could the plan hang on?
        Who at {account} would sketch the path with you on one sheet?
        Which decision at {account} comes first, and which comes last?
        What could you both celebrate long before anything is signed?
        How would you recognise that nothing will come of it?
        What is different at {account} on the day you call it a project?
        What would {person} call a good result by the end of next month?
        What was said around the {lastkind} that could become a first milestone?
        What are the usual stops between a first talk and a yes in {industry}?
        With "{insight}" in mind: what would {account} want settled first?
        Which three steps would {person} sketch from here to a yes?
        "{trigger}": what has to be settled at {account} before that?

        [hold-ended]
        What would make a first hello useful after the pause?
        Is the reason for the pause gone, or only its date?
        What has happened at {account} in the meantime?
        Where did you leave off, and is that still the right place to begin?
        What did you mean to bring along next time?
        Who there may have forgotten us, and who surely has not?
        What is new with us since then that counts for {account}?
        Which question shows that you remember why they wanted time?
        Would you take {account} onto your list again today?
        Who there sits in a different chair by now?
        What has the wait cost {account}, and do they see it that way?
        Which of your notes from before the pause would you read first?
        Which first step asks for less than the one before the pause?
        How would you notice that more rest is the better choice?
        Who at {account} would know whether the reason for the pause is settled?
        Does "{milestone}" still fit after the pause?
        What has become of this there: "{insight}"?
        What can you show {account} today that you could not before the pause?
        What would {heard} say has changed since you last talked?
        What would {person} like to hear first after the pause?
        "{trigger}": is that still ahead, or over by now?

        [activity-missing]
        What got in the way that someone could take off your desk?
        Which part of today's plan matters even if the rest waits?
        When is your next quiet half hour today?
        What was more important today than the plan?
        Which one thing would today's plan be better without?
        What did you do today that is not written down anywhere yet?
        Which appointment this afternoon could be shorter or go without you?
        What would help you tomorrow morning if it happened today?
        What would a plan look like that fits a day like this?
        Which piece of it fits into the next twenty minutes?
        Where would you begin if the day began now?
        What would make the first ten minutes of it easy?
        Who could sit down with you for half an hour to get it going?
        What of it would you be glad to have behind you at five o'clock?

        [calls-missing]
        Which two calls would you be glad of at five o'clock?
        What could be done in the next twenty minutes with the phone alone?
        Which call feels heaviest today, and what would lighten it?
        Which message is already half written in your head?
        Who expects to hear from you today?
        Which call would be the easiest to get going with?
        Who would you call first if the day began now?
        Who from the team could sit beside you for a call or two?
        At what time do your contacts usually pick up the phone?
        What could somebody take off your desk before the next call?
        Which of your accounts would be glad of a short word today?
        How would you like the first minute of the next call to sound?
        Which call would tell you most, whatever the answer is?
        Which short talk today would make tomorrow's longer one easier?

        [off-list]
        Which of these companies would be worth a place on your list?
        What drew you there, and which of your accounts lacks it?
        Whose place among the 50 would you give up for it?
        Did the call come from them or from you?
        What did the hour off the list bring that an hour on it would not have?
        Who in the team could take over these talks?
        Which part of your list do you believe in most?
        Which of your accounts could use such an hour this week?
        Was it a favour, a habit or a real chance?
        What do these companies have in common with your best ten?
        How would you tell in one talk whether they belong on the list?
        Which short and friendly answer would bring it to a close?
        What would you like these hours to have led to by the end of the month?
        Which of your accounts has long been there in name only?
        Is it the company that draws you, or the person you know there?
        What could your own accounts gain from what you learnt in these talks?

        [list-short]
        Which company did you last hear of and think: they could use us?
        Which customer knows one more company like their own?
        Which of your best accounts would you like to have twice?
        Which trade do you know so well that a first call is easy?
        Where was it too early two years ago that may be ripe today?
        Which company in your area is growing, moving or hiring?
        What makes a company worth one of the 50 places to you?
        Who from the last trade fair would you like to talk to again?
        Which supplier or partner of your accounts has the same problem?
        Which company that nobody in the team looks after would suit you?
        What kind of company is missing on your list?
        Which three names would you add if you chose by lunch?
        Are the free places on purpose, so that you go deeper with the others?
        Where do people work who know us from their last job?
        Which company did a customer of yours mention last month?
        Who competes with your happiest customer?

        [healthy]
        What works here that you would repeat elsewhere?
        What could still surprise us?
        What did you do early on that pays off now?
        Who at {account} would tell others about it?
        Who keeps it moving when you are away for a week?
        Which risk do we overlook because it goes so well?
        Where could it become bigger at {account} than planned?
        Which other account of yours is at the same point and could use the same move?
        What would you leave exactly as it is?
        Who there have we not thanked yet?
        Which assumption about {account} has proved right?
        How would you notice early that the wind is turning?
        Who at {account} would like to see what already works?
        What went faster there than you expected, and why?
        What does {heard} value in working with you?
        What comes after "{milestone}" that could be prepared now?
        What did the {lastkind} show that you had hoped for?
        What would make {account} the reference in {industry}?

        [gap-unanswered]
        Which door at {account} opens more easily for you?
        Is "{milestone}" unknown there, not pressing, or not wanted?
        Which ten minutes together would settle it this week?
        What would have to change before it can be done at all?
        Does {account} need "{milestone}", or could it be left out with a reason?
        Who in the team got past this point at another account, and how?
        What have the questions so far not asked?
        Whom do you know who could help at {account}?
        Would a talk side by side at {account} help more than the next question?
        What would you try first if it were your account?
        What might be the good reason that it has stayed open?
        Which part of it could you take off somebody's hands?
        What is the smallest version of "{milestone}" that would do for now?
        What does {account} not know yet that would make it easier?

        [stuck]
        What have you tried, and what did you learn from it?
        Whom do you know who has been at this point?
        What would you do if it could not make things worse?
        Which part of it can you decide alone?
        What could I do today that cannot be done from your chair?
        What would it look like if it were moving again on Friday?
        Where exactly does it stop: at a person, a question or a date?
        What would {account} say the problem is?
        What already works at {account} that could carry this too?
        What would you try first if there were two of you?
        What is the quickest way to find out whether it is really stuck?
        Which assumption could we drop to see another way?
        What would we do with {account} if it came in new today?
        What has nobody here said about {account} yet?
        Who takes the next run at it, and by when?
        When would it be right to let {account} rest with a date?
        What would {heard} need to bring a colleague along?
        What could be agreed this week even without "{milestone}"?
        What would {heard} advise you to do?

        [coaching-debt]
        Which twenty minutes today could the two of you have?
        What would you like to be asked about if you sat in the other chair?
        What went well there that you have not talked about yet?
        What would be the best thing to look at together first?
        What would you both like to try until you next sit down?
        Where would a question from you help more than an answer?
        Which call could you listen in on this week?
        What do you not yet know about how the week is going there?
        Which account would you like to hear the story of?
        What takes the place of such a talk in a full week, and what could give way?
        Would a walk or a call do, if no meeting fits?
        Which strength would you like to see there more often?
        What would be a good result of a quarter of an hour together?
        Who could take something off you today so that there is time to talk?

        [coaching-debt-account]
        What would a second pair of eyes look at first at {account}?
        What would you ask about {account} if you knew nothing of it?
        Which ten minutes this week could the two of you give {account}?
        What would you like to hear about {account} that no list tells?
        Which call or visit at {account} could you come along to?
        Who at {account} would be glad of a word from you?
        How would the story of {account} sound in one minute, from the first word to today?
        Which question about {account} has neither of you asked yet?
        What does {account} need most just now: an idea, a door or time?
        What would you both do at {account} if it came onto the list today?
        Who among the people you know would be of use at {account}?
        What would you like to be true of {account} a month from now?
        What could the team learn from {account}, whichever way it goes?
        How does "{milestone}" at {account} look from where you sit?

        [commitment-open]
        What of it has already happened?
        Which time today would hold?
        What came up that you could not have known when you said it?
        Is it still the best use of that half hour?
        What would make it possible before the day ends?
        Which smaller version of it would you be happy with?
        Who is waiting for it, and would a short word help?
        Which part of it could someone do together with you?
        What was it meant to lead to, and is there another way?
        Is it still wanted, or is it better let go?
        What needs to come first that nobody had thought of?
        What would {account} have of it, done today?
        What would the first five minutes of it look like?
        What on today's list could make room for it?
        What would have to give way today so that it happens?
        Which one call today would bring it a step on?
        Who would notice first once it is done?
        How much of "{milestone}" hangs on it?

        [no-threads]
        Who at {account} last spoke with us, and about what?
        Who there would you write to if you had only one letter?
        Who could introduce you, now that it is a fresh start anyway?
        On whose desk there does the problem land every day?
        What could you ask that somebody would enjoy answering?
        Who has come or gone since you last spoke with anyone there?
        Which of our customers knows somebody at {account}?
        What would be worth a reply to someone who has never heard of you?
        What could the front desk tell you about who to ask?
        At which event will people from {account} be?
        How much of what went there was a question, and how much was a brochure?
        Is it the channel that is silent, or the people?
        What would you reply to if you sat over there?
        Which three names would be on your map of {account}?
        Which honest line could pick up the thread with {person} again?
        Which title does the {missingrole} have at a company like {account}?
        Who in {industry} knows who really decides at {account}?
        We know "{insight}": who there would want to talk about it first?
        Who could {person} put you through to?
        Who at {account} would have to know about "{milestone}" first?
        What could you offer {person} for ten minutes this week?

        [ask-open]
        Who could answer it today, or knows somebody who can?
        Who of the people you know would have an answer, and what would it take to ask?
        Who in the team has been at this point before?
        Is it an answer that is wanted, or ten minutes together?
        What would help more: a name, an idea or a second pair of ears?
        What would the next step be if nobody knows the answer?
        Who would you ring if the question were yours?
        Which part of it could be answered right now?
        Which customer of ours would be glad to be asked this?
        What would make it easier for others to help with it?
        Until when is an answer of use?
        Is it one for the next huddle, or better for a quiet word between two?
        Who outside the team may have the answer in a drawer?
        What would {account} gain by an answer this week?
        What would you try first at {account} if you were asked?
        [promise-open]
        Today, on another day, or is it no longer needed?
        What would its first five minutes look like?
        Who is waiting for it, and would a short word help until then?
        Which part of it could happen before the day ends?
        What came up that nobody saw when you said it?
        Is it still the right thing, or has a better one come up?
        Who else could do it with you, or for you?
        What stands in its way that somebody could take off your desk?
        Which hour of today could belong to it?
        What would be lost if it never happened?
        Which smaller version of it would already be of use?
        If not now: which day would you put your name to?
        What would make it easy to begin?
        What would {account} notice once it is done?
        [stall-unanswered]
        Keep it, let it rest with a date, or give its place to another?
        What would make {account} worth a fresh start, and who would begin?
        What could you do for {account} that only works from your chair?
        Which of you two makes the next call, and about what?
        Which door at {account} opens for you and not for others?
        What would you both like to know before you give the place of {account} to another?
        Which twenty minutes of this week belong to {account}?
        What have the questions so far left out?
        Who in the team has brought something like this back to life?
        What is the kindest way to ask {account} for a clear answer?
        What would you decide about {account} if the list had only ten places?
        If it rests: until when, and what are you both waiting for?
        What does "{milestone}" still have to do with what {account} wants?

        \(englishResearchText)

        """
}
