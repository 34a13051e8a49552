extension QuestionBank {
    /// The questions of the research topics, each asked before the general ones of `research-gap`.
    static let englishResearchText = """
        [research-business]
        What does {account} earn its money with, in one sentence of its own?
        Who buys from {account}, and what do those customers complain about?
        What would a visitor see at {account} on an ordinary Tuesday?
        Which part of {account} is growing, and which is shrinking?
        What stands first in the last annual report or on the press page of {account}?
        Who gets the orders that {account} does not get?
        Which season or date rules the year there?
        How does {account} differ from the two nearest to it in the market?
        Which number is looked at first there on a Monday?
        What would get tight there first if orders doubled?
        Who among us has seen {account} from the inside?
        Which question about their business would they enjoy answering?
        What is easily misread about {industry} from outside?
        What could {person} explain about the business in two minutes?
        What about the business of {account} would be good to know before "{milestone}"?

        [research-priority]
        What is at the top of the list at {account} this year?
        Which project at {account} has a name, a budget and a date?
        What does their management keep coming back to in public?
        What would it take for our subject to move up three places on their list?
        What would {account} drop first if money became short?
        Which date this year can nobody there afford to miss?
        Which jobs are they advertising at the moment?
        What changed there in the last half year and moved everything else?
        What would their management like to be able to say at the end of the year?
        Which problem there has waited longest, and what has kept it waiting?
        Where does our subject stand on their list, and how would you find out?
        Which question would tell you what counts there this quarter?
        What would {person} like to have off the desk by the end of the quarter?
        If "{insight}" is true, what moves down their list in return?
        Where does "{trigger}" stand on the list at {account}?
        How much does "{milestone}" count at {account} this quarter?

        [research-stakeholders]
        Who decides at {account}, who advises, and who lives with the result?
        With which three names would you begin a sketch of {account}?
        Who was in the room when something like this was last bought there?
        Whose name turns up in the press, in job ads and at trade fairs?
        Which departments does this touch, and who speaks for each of them?
        Who there could say no and has not been heard yet?
        Which partner or supplier could tell you who does what there?
        Who is new in the job there, and where were they before?
        Who sits between {person} and the money?
        Which question would show who talks with whom there?
        Who at {account} has written to us before, about something else?
        Who would use it every day, and who do they listen to?
        Who would {person} ask for advice on this?
        Which way leads to the {missingrole}, and who could show it to you?
        Who at {account} has to nod before "{milestone}"?

        [research-current-solution]
        What runs at {account} today, and what does it cost in a month?
        Since when has it been done this way, and who chose it?
        What do people like about it, and what would they miss?
        Which part of it is done by hand or in a spreadsheet?
        When does the contract end for what is in use now?
        What does it do badly on a busy day?
        Who looks after it, and what else could be done in that time?
        Which earlier attempt came furthest, and where did it end?
        Which other systems hang on it?
        What does it cost {account} to leave everything as it is?
        Who supplies it today, and how often do they meet?
        Which question would get them to show it to you?
        What do companies in {industry} usually use for this?
        What could {heard} show you of the way they work today?
        What does {person} put up with in what runs there today?

        [research-pain]
        What goes wrong at {account} so often that it has a nickname?
        What does the problem cost on a bad day, and who pays for it?
        Who at {account} goes home late because of it?
        How do they notice it: by a number, a customer or a colleague?
        When did it last hurt so much that somebody wrote a mail about it?
        What would be different at {account} a month after it was solved?
        How do they live with it today?
        Who feels it most, and what do they call it?
        Which complaint of their customers comes from it?
        How big does it get before {account} does something?
        What have they stopped hoping for?
        Which question would make somebody tell you about the last time?
        In which words would {heard} describe it?
        How does "{insight}" show on an ordinary day?
        What would {person} tell you about the last bad day with it?

        [research-decision-process]
        Which stops lie between an idea and a signature at {account}?
        Who signs, who is asked first, and who hears of it at the end?
        From which amount on does somebody else decide?
        Which meeting decides, and how often does it take place?
        What does purchasing at {account} want to see?
        Who there writes the page that the decision rests on?
        What do they compare, and with whom?
        When is the money for it planned, and when is it released?
        What has held up such a decision there before?
        Which test or trial do they want before a yes?
        How long did it take last time, from the first talk to the order?
        Which question would let you draw the way together?
        What does {person} need in hand to take it one step further inside?
        Which rule in {industry} has a say in decisions like this?
        What comes at {account} right after "{milestone}"?
        Who would {person} ask how the last such order went?

        [research-insight]
        What do we see from outside that {account} cannot see from inside?
        What have we learnt at a similar customer that would surprise {account}?
        Which number from our own work would they read twice?
        What do most companies in their place get wrong?
        What do they believe at {account} that our experience speaks against?
        Which news of this month changes something for {account}?
        What do the customers of {account} say about the company in public?
        Which small thing costs {account} more than it seems?
        Who in the team knows the market best, and what would you ask there?
        What is coming towards {account} that nobody there expects yet?
        What did you notice at {account} that nobody spoke of?
        Which of their numbers could you work out from what is public?
        What is changing in {industry} right now, and who there has noticed?
        When would {person} say: I did not know that?
        What have you seen elsewhere that {person} would like to know?

        [research-own-message]
        Which one sentence would fit only {account}?
        What could {account} do with us that cannot be done today?
        Which of our solutions fits the problem at {account} best, and why that one?
        Why would this quarter be better for {account} than next year?
        Which proof from a similar customer could stand behind it?
        What do you answer when {account} asks: why you, and why now?
        In which words do they speak of the problem themselves?
        What would the headline be if their staff magazine wrote about it?
        What does the message promise that you could show within a month?
        Who at {account} is the message for, and what is on their desk this week?
        What would be left of the message without our name in it?
        Which line would somebody there pass on?
        Which words of {heard} could stand at the beginning?
        How does "{insight}" belong to what we do best?
        Which result would make {person} want "{milestone}"?
        """
}
