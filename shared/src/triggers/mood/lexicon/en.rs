//! English phrases.

use super::Group;
use super::Kind::{Anger, Exempt, Insult, Urgent};

pub(super) const GROUPS: &[Group] = &[
    // Looks like it and is not.
    Group(
        Exempt,
        0,
        "kill switch, abusive user|users|customer|content|comment|comments|messages|language, be
        mad|crazy|stupid|silly|insane|annoying|rude to, terrible|horrible|awful|stupid|dumb|bad
        mistake|accident|typo|headache|pain|storm|weather|eyesight|news|crash|cold,
        back|neck|chest|tooth|joint|muscle pain, hate speech|mail, hate
        talking|text|texting|calling|to|phones|phone, jerk back, robbery, to fool, sucker punch, nothing to lose,
        lies|lie about|down, sick beat|beats|bars|tune, mad skills|props|respect|max|men|cow|world|hatter, angry
        birds|bird, angry|upset|unhappy|annoyed|difficult customer|customers|client|clients|user|users|guest|guests,
        mad scientist, crash course, hate speech|crime|crimes, trash can|bag|folder|bin, garbage
        can|bag|bin|collector|collection|truck|disposal, bloody mary, idiot proof, dumb
        terminal|phone|bell|bells|luck, dumb it down, dumb down, stupid question|questions, silly|dumb
        question|questions|mistake|me, hell of a, sure as hell, dunce cap|caps|hat|hats,
        fuckton|shitton|shitload of, poor thing|things|soul|souls|guy|girl|kid|kids|dog|cat, hell
        yeah|yes|yea, fuck|fucking yeah|yes|yea, and shit, fucking
        said, heck yeah|yes, holy shit|crap|hell, the shit, bad boy|boys|ass, badass hero, kick ass, bad
        credit|weather|luck|request|gateway|day|news|guy|connection|reception|signal|sector, bad|poor quality
        image|photo|photos|picture|pictures, poor eyesight|eyesight|vision|circulation|connection, not
        bad|terrible|horrible, no bad, wrong
        order|size|item|address|number|password|color|colour|product|account|email|date|name|amount|price|one|person,
        wrong with my|the|it|this, something|anything|what's|what is|went wrong, went wrong, fail over, fail safe,
        failure rate, pain killer|relief|point|points, in pain, ugly christmas sweater, boring tool|machine, mess
        with, crazy good|about|glue|horse, insane deal|deals|price|prices|value, hate to
        ask|bother|say|be|interrupt|trouble|break, thick as|fabric|paper|enough, dull
        blade|knife|color|colour|finish, dense foam|fabric|material, thick foam|fabric|paper|material|sole, daylight
        saving|savings, emergency
        contact|contacts|exit|number|fund|kit|light|lighting|room|stop|services|plumber|dentist|phone|call|calls,
        urgent care, critical illness|role|thinking|path|update|updates, submission deadline, deadline policy, as
        soon as you can, as soon as possible after, see you soon, coming soon, any|anytime time soon, hurry up and
        buy, get well soon, soon as|after|enough, how soon|quickly, quickly and, no joke|kidding, joke|jokes about,
        tell|know|hear|another|good|funny|a joke, a|me joke, practical joke, for fun, don't be|get
        mad|angry|upset|offended, too bad, my bad, feel|feeling bad, so sad, sad to hear|see|leave|go, make|makes me
        sad, i'm|am|feel|feeling sad|tired|bored, tired all, how bad, is it bad|wrong, am|was i wrong, correct me if
        i'm wrong, if i'm|i'm not wrong, donald duck, junk mail|food|folder|email|drawer, spam folder, pig
        farm|meat|roast, cattle farm|feed, scam
        email|emails|call|calls|message|messages|text|texts|warning|protection|site|alert|alerts,
        a|possible|phishing|report|reporting|avoid scam, was|been scammed, report|about fraud|scammers, lies
        in|on|within|at|between, the mess up, nuts and, shame i|we missed, dope shirt, jerk chicken|sauce|seasoning,
        troll doll, ass backwards i, moby dick, dick van, pussy cat|willow, clown costume|wig|fish, entitled to, vs
        the worst, worst case, in the worst, at worst, weird noise|sound|smell|error|question, gross
        weight|salary|income|pay|amount|price|margin|profit|total, nasty surprise coming, toxic
        material|materials|chemicals|fumes|waste, rude of me|to, creep in|up, fake
        news|fur|leather|nails|plant|plants|lashes, racist jokes, offensive lineman|line, come
        back|in|over|with|and, hello there, so what do",
    ),
    // Customers who are angry in polite words.
    Group(
        Anger,
        60,
        "been|i've waiting|waited ~ @number|many|over|for @span, been|i've waiting|waited|waitng ~ @span, i|we waited
        ~ @span, waiting|waited ~ weeks|months|days|hours|ages|forever, waiting since, the|for|my|this|literally
        @nth time, @nth time i|i'm|i've|we|this|in|you|that|calling|writing|asking|contacting|today, @number times
        already|now|and, how many times do|must|have|did|will, how many more times, how much longer must|do|are|will
        ~ wait|expected, how long ~ have|must|do|should i|we wait, long enough, taking forever, takes forever, took
        forever, takes|taking|took ages, waste|wasted|wasting ~
        time|money|hours|effort|breath|space|life|afternoon|morning|day|evening, give up, gave up, giving up, given
        up, had enough, i've|have had it with, enough is enough, enough of this, sick of, makes me
        sick|puke|vomit|furious|angry, leave me|us alone, none of your, your own business,
        want|wanted|wanna|like|gonna|could to|punch|strangle|slap ~ punch|smack|slap|strangle|throttle, don't tell
        me|us, sick and tired, tired of, fed up, bored of, wits end, wit's end, last straw, final straw,
        losing|lost|lose|out|running ~ patience, no patience, patience is, fit to be tied, blood boil, blood
        boiling, boiling mad, through the roof, boiling point, driving|drives|drive me|us
        crazy|insane|mad|nuts|bonkers|bananas|mental, on my nerves, my last nerve, ridiculous amount, beyond a joke,
        is|are|such|total|complete|absolute|utter a joke, my money back already|now, past a joke, joke of a, what a
        joke, is this a joke, some kind of joke, are you|u|they kidding|joking|serious|for|having, you|you've
        must|gotta|got|have ~ kidding|joking|shitting, kidding|joking me, taking the piss|mick, for
        god's|gods|heaven's|heavens|christ's|pete's|fuck's|fucks|fuck|goodness|crying sake|out, what the
        hell|heck|fuck|actual|frick|eff, the hell|heck|fuck is|are|do|did|was|have|am|does|would, why the
        hell|heck|fuck, how the hell|heck|fuck, who the hell|heck|fuck, where the hell|heck|fuck, how is this
        acceptable|possible|legal|allowed|ok|okay|fair, how is that acceptable|possible|legal|allowed|fair, how
        dare, how hard can|is it, not good enough, not acceptable|ok|okay|cool, isn't|isnt|ain't acceptable|cool,
        make|makes|making no|zero sense, made no sense, doesn't|doesnt|don't make|makes any|sense, can't|cant|cannot
        stand|stomach|fathom, shame on, ashamed of, be ashamed, no shame, rip off, ripped off, ripping ~ off,
        highway robbery, daylight robbery, never again, never
        buy|buying|order|ordering|use|using|shop|shopping|come|coming|recommend|fly|stay|trust|deal|return ~, won't
        be back, lost a customer, losing a customer, lose me as, taking my business, i'm done, we're done, i am
        done, so done, done with you|this|them|your, we are done, thanks for nothing, thank you for nothing, big
        help you, lot of help you, some help you, great job guys not",
    ),
    Group(
        Anger,
        55,
        "still not ~ working|fixed|resolved|solved|refunded|answered|helping|helped, still no ~
        answer|reply|response|refund|solution|fix|word|help|one|reaction, still hasn't|haven't|isn't|wasn't ~
        fixed|resolved|solved|answered|replied|refunded|working|responded|called|done, still|it's|its not working
        after, still doesn't|doesnt|don't|dont|won't|wont|can't|cant ~
        work|working|help|helped|know|log|login|access|use|get|open|understand, still nothing, still
        broken|wrong|failing|happening|unresolved, yet|once again, again and again, over and over you|they, time
        and|after time|again, keeps|keep telling|asking|sending|giving|charging|ignoring me|us, keeps|keep
        ignoring|repeating|wasting, you keep ~
        saying|asking|sending|repeating|telling|ignoring|giving|changing|lying|charging|on, stop
        repeating|asking|telling|wasting|lying, stop sending|giving me, same
        answer|response|reply|question|message|nonsense|crap again|over|every|each|twice|three|all, same
        thing|answer again|over, i|i've|we|have already told|said|explained|asked|answered, already
        told|said|explained you|this|that|it, told you ~ already|times|twice|before, just told you, as i|i've
        said|already, nobody|noone
        answers|answered|replies|replied|responds|responded|cares|helps|helped|listens|picks|bothers, no one
        answers|answered|replies|replied|responds|responded|cares|helps|helped|listens|picks|bothers, nobody|noone ~
        answering|helping|replying|responding|calling|listening|help|answer|reply, no one ~
        answering|helping|replying|responding|calling|listening|help|answer|reply, no
        response|reply|answer|help|explanation|apology ~ you|since|after|whatsoever|anyone|support|yet|ever, never
        replied|responded|answer|answers|listen|responds|reply|works, been ignored|ignoring, ignored|ignoring
        me|us|my, ignores me|us|my, passed|sent|bounced|transferred ~ around|pillar, going|go|going ~ in|around
        circles|circle, run|running|given|getting the runaround, the runaround, jump through hoops, fobbed off,
        palmed off, brushed off, hung up on, on hold for, been on hold, doesn't help|answer|understand
        at|me|anything|my|either, didn't help|answer, does|did not help|answer, isn't|not helping|helpful|helping,
        not what i asked, no help, of no help|use, no use, not ~ listening, you|you're not
        listening|helping|understanding|answering|reading, you aren't|arent
        listening|helping|understanding|answering|reading, you don't|dont|didn't|can't|won't|never|cannot ~
        understand|listen|care|help|answer, you don't|dont get|read|work, don't you understand|get|listen, just
        answer my|the, just answer, listen to me, read what i, do|are you even, explained|told|said|asked|answered ~
        already, how is it possible|acceptable, can you even, can't|cannot you even|just|read|do, get your act
        together, sort it out, sort this out, do your job|jobs, fix it now|already, fix this now|already, fix your,
        get it together, what am|are i|we paying, why am|do|should|would|must ~ paying|pay|bother ~ for, why
        is|are|do|does it|you|they|this always|never|even, why can't|cant|won't|don't|isn't|haven't|hasn't|aren't
        anyone|anybody, why can't|won't you just|people|ever, what is|what's|whats _ wrong with you|people|u, what's
        the point of you|this|talking, whats the point, what good is, what use is, what kind|sort of
        service|company|support|business|joke|people, i couldn't care, dont give a, don't give a, worst ~
        ever|experience|service|company|support|customer, very|extremely|so|really|deeply|bitterly|most|truly
        disappointed|unhappy|dissatisfied|disappointing|unprofessional, poor|bad|terrible|awful|zero|no|rubbish
        customer service|support|care, poor|bad service|support|experience|communication|treatment, let down,
        letting me|us down, let me|us down, not happy|impressed|amused|satisfied|pleased|thrilled, i'm|i not happy,
        less than happy|impressed, demanding an|my, i|we want|need answers, want an explanation, my
        lawyer|attorney|solicitor, legal action, take ~ to court, sue you|them|this|your, small claims, report
        you|this|your ~ to, bad|negative|one|1 star|review, leave|leaving|write|post ~ bad|negative|one review,
        trustpilot, better business bureau, trading standards, consumer protection, ombudsman, tell everyone, worst
        nightmare, cannot|can't be serious|bothered, oh come on, give me a break, gimme a break, get real, not
        funny, wasn't funny, too much to ask, asking for a miracle, rocket science, is it too much, bare minimum,
        basic decency, common decency, treated like, treat me|us|people|customers|your like|this, had to deal, put
        up with, screwed me|us|over, screw this|that|it|you, piece of shit|crap|junk|garbage|trash,
        load|bunch|pile|full|crock|heap of shit|crap|bull|bollocks|nonsense|rubbish|lies|idiots|crooks, no excuse,
        sick to death, at the end of my, what a shame|mess|disaster|waste|nightmare|farce|shambles,
        absolute|total|complete|utter
        joke|mess|disaster|shambles|nonsense|garbage|rubbish|waste|disgrace|nightmare|crap|shit",
    ),
    // Mild: adds up.
    Group(
        Anger,
        38,
        "i|we don't|dont care, who cares, get out of here, you don't|dont know, come on, still
        hasn't|haven't|isn't|didn't|don't|hasnt|havent|isnt|not|no, do something, i demand, how much longer, over
        and over, what is the point, that's|that|is not what, joke, why won't|cant|can't you, stole my,
        taking|stealing my money, didn't work, never got|received|heard|arrived|came|showed, they keep,
        can't|cant|cannot believe, so hard to, not right|fair, isn't fair, why is ~ so, messed up, mess up, still
        waiting, every single time, grow up, really|very|so bad|poor|upset, keeps|keep getting|happening|breaking,
        i|i've|we|have already
        tried|did|done|sent|gave|given|provided|wrote|mentioned|paid|contacted|called|emailed, keeps|keep
        crashing|failing|freezing, still down|missing|stuck|crashing|the, that|this didn't|doesn't work|help,
        that's|that|this is|isn't wrong, not what i, calm down, as i|i've said, again with, makes it worse, getting
        old, that's not it|right|true, no idea why",
    ),
    Group(
        Urgent,
        40,
        "right now, as soon as, as quickly|fast as, need ~ quick|fast, this week, by next",
    ),
    Group(
        Insult,
        80,
        "you're|your|youre|ur|you _ crazy|mad|nuts, dumb|dumb|your|ur|lick|suck|fat|stupid|lazy|my ass, u|you suk,
        fuck|screw|damn|eff|curse|fuk|fck|fxck|f|fxxk|fxxx you|u|off|ya|yourself|yourselves, f u, f you, f off, fk
        u|you|off, piss|bugger|sod|buzz|naff|feck off, go|get fuck|screw|stuffed|fucked|stuff|kill
        yourself|u|off|to|you, go to hell, i'll|gonna|will kill|strangle|punch|slap|murder you, kill yourself, go
        die, drop dead, rot in hell, burn in hell, hope you die|rot|burn|choke|lose, shut up, shut the|your|ur
        fuck|mouth|hell|trap|face|up, get lost, go away, get the|tf fuck|hell|out, go jump, kiss|lick|bite|eat|suck
        my|shit|me|a|it ass|arse|balls|dick|cock|shit, eat shit, suck it, bite me, up yours, shove it|that|this,
        stick it up, son|sons of a|bitch|bitches, i hate you|u|your, hate you|u, i despise|loathe|detest you,
        you|u|ya|y'all suck|sucks|stink|blow|disgust|annoy|bore|sicken|lie|lied, you|u piss|make|drive me
        off|sick|mad|angry|crazy|furious|puke|nuts, you're|your|youre|ur full of, you are full of, you
        know|understand nothing|jack, you lack|have|got _ no|intelligence|understanding|clue|brains|brain|sense,
        have no brain|brains, no brain|brains, brain dead, braindead bot, what an|a idiot|moron|clown|fool|joke you,
        piece of shit|crap|junk|garbage|trash bot|you, you _ piece|sack|bag|pile|waste of, waste of space|oxygen,
        you should be|get fired|deleted|replaced|lost|ashamed, my toaster, a|my
        dog|cat|toddler|baby|child|monkey|goldfish|brick _ smarter|better|knows|more, pull the plug on you, nobody
        likes you, you _ never good,
        worthless|useless|stupid|dumb|shit|shitty|crap|crappy|garbage|trash|rubbish|terrible|horrible|awful|worst|pathetic|idiotic|lousy|dreadful|annoying|fucking|damn|bloody|bad|retarded
        @bot, @bot _ is|are|from|of
        useless|stupid|dumb|shit|crap|garbage|trash|rubbish|terrible|horrible|awful|pathetic|hell|annoying|worthless,
        you|you're|youre|ur|u|people _ sick, you|you're|youre|ur|u _
        useless|worthless|pathetic|incompetent|terrible|horrible|awful|disgusting|annoying|irritating|garbage|trash|rubbish|crap|shit|insane|ugly|crazy|ignorant|lazy|liar|liars|crooks|thieves|scammers|scum|disgrace|joke|hopeless|clueless|dumb|stupid|worst|rude|gross|creepy|obnoxious|boring|dull|foolish|evil|unhelpful|delusional|idiotic|moronic|bullshit|dump|nuts|lame|smelly,
        are|r you|u _ stupid|dumb|retarded|blind|thick|idiot|brainless|insane|crazy|dense|useless|brain,
        you're|you|youre|ur not|are _ smart|clever|bright|intelligent|funny|sharpest|brightest, how _
        dumb|stupid|useless|annoying|thick can|are|you|do, your brain|iq, ur mom, yo mama",
    ),
    Group(
        Urgent,
        70,
        "by|before the|this end|morning|afternoon|evening|weekend, by|before|until next|this @day, before|until @day,
        by @day, by|before @number pm|am|o'clock, by the end, by|before end of, end of day|business,
        due|expires|expire|expiring ~ @day, @event ~ leaves|departs|starts|boards|takes|is|begins ~
        in|@day|tonight|at|soon, @event in @number|an|a|less|half|under, @event is|@day @day|tomorrow,
        leave|leaves|leaving|starts|closes|boarding|departs|checkout|expires|opens in ~
        minutes|mins|hour|hours|days|min, in|within|next the|@number|less|under|an|half ~ minutes|mins|hour|hours,
        within @number days, @number minutes|hours left|to, right away, straight away, at once, this
        instant|minute|second, time sensitive, time critical, running out of time, out of time, no time, don't
        have|got time, life or death, life and death, matter of, last minute, need|needs|needed|must ~
        today|tonight|now|tomorrow|immediately|asap|quickly,
        production|prod|site|website|server|system|servers|store|shop|service|checkout|everything|whole|platform|database|network
        is|are|was|went|has|been ~ down|offline|broken|crashed, losing ~
        money|customers|sales|orders|business|revenue|data, costing us|me, can't wait until|any|much|longer|that,
        cannot wait, top priority, high priority, p1 incident, sev 1, data loss, locked|stuck|stranded ~
        out|at|airport|outside|abroad, need ~ now|fast|quick|hurry, hurry up, please hurry, time is
        running|short|of, without ~ medication|medicine|insulin|heating|water|power|electricity",
    ),
];
