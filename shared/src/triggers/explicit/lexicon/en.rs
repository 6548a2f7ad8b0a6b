//! The words of English. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d 2 a accounts also an and/or another any back be better billing bloody called case certified competent complaints
d damn decent desk different directly effing either else english even experienced finally finance first fking
d freaking free fuckin fucking goddamn intelligent issue iwth just kindly knowledgeable licensed life like line
d local love maybe more native new next normal once only ot other out perhaps qualified really responsible returns
d see senior shipping simply single smart some still straight stupid tech technical technology through thru trained
d up using w/ wiht wirh wit worden wth your
_ advice advise advised advising agency agreement argent college colleges connects contacts contract contracts
_ humane humanity manage managed manages opera pardon parson parsons persona personal personality personnel prison
_ sneak taking tasking texted
u badge body commission count error fee fees hair interest licence license limit name names number numbers plan
u plans policy portal precedence relations resources rights role roles seat seats string strings trafficking
f about already and as bc because before being but concerning coz cuz it's its my regarding since so than them then
f there's via
P hello hey hi mate ok okay pleas pleaseee pls plz quick quickly sir thank thanks thx ty urgent urgently yes yo
x ai alexa algorithm artificial automated automaton bott chatbot~ chatgpt computer computerized gpt intelligence llm
x machine~ program robot~ script siri system bots
c bump connected connect~ direct forward forwarded hand handoff handover pass patch put redirected redirect~ refer
c route switch transferred transfer~
p adviser~ advisor~ agent~ associate consultant~ csr csrs executive~ hooman humanbeing human~ operator~ rep
p representative~ reps specialist~ technician~
w demand desire expect i'd insist looking need prefer prefered request require wanna want wish wnat
dr actual actually alive blood breathing flesh fleshy genuine living physical proper real true
n avoid didn't didnt doesn't doesnt don't dont needn't never no nobody noone nor
z able can't cannot cant couldn't couldnt may might possible possibly won't wont wouldn't
k disable ditch done enough fed forget kill quit remove sick stop tired
o assistants baton callers clients guest guests members students user users visitor visitors
t converse deal discuss reach speak~ spk tak tal talk~ tlk touch word tlak takl talkk taok taslk tallk talkt
X answering behind end reading replying responding typing write writing written wrote
FL chatting~ connecting contacting~ conversing dealing getting messaging reaching talking~ texting
H answer answers assist explain handle helping into reply respond solve
N bloke boy female gal girl lad male man woman women
b boss ceo director founder founders manager~ owner superior supervisor~ teamleader
df at by for from of on over the to with
G bring fetch find gime gimme give provide send
Nq dude folks guy humankind lady persons ppl
Pf again asap immediately now please right today
a aren't arent isn't isnt r s was
Z di em en par por pro
l around awake home online present working
q anybody~ anyone~ colleague~ person~ somebody~ someone~
S departement department dept sales team
Sy callcenter callcentre helpdesk helpline hotline
I i'll ill let's lets
Qf how what when why
Y areyou ru you're youre
fo he she they
m me meee us
y client consumer costumer
A did does
AK must should
Aaf are is
Afz can could
Ct chat chats
Ec escalate escalated
Hd assistance help
Ia i'm im
M has make
U i've ive
ds care service~
fi i we
h cancel without
j buzz dial
s services servise
v u ya
AKf do
Af will
Afw would
BQWf who
BW whom
CSVt livechat
DWf that
Ddf it
Df this
E escalation
FLd speaking~
GHj call
GI lemme
GM get
GMU have
HXj phone
Hj ring
Ht contact
IM let
Jj callback
Mt ask
Ndp staff
Nop employees
Noq people~
Np employee
O ones
Od one
Q where
QW which
Rf or
Sd support~
So assistant~
Vdr live
W whoever
Yd ur
Zf in
Zu per
ad been
af am
dk off
dl available
doy customer~
dq member
efl there
fg if
fh instead
fl here
fn not
fv you
fw rather
ox bot~
oy customers
tw complain
uw id
ux software
";
