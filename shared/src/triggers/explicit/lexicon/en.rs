//! The words of English. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p human~ humans humanbeing agent~ agents representative~ representatives rep reps operator~ operators advisor~
p adviser~ csr csrs specialist~ technician~ executive~ associate consultant~ humn hooman
q person~ someone~ somebody~ anyone~ anybody~ someones member colleague~
qN people~ ppl humankind folks persons
b manager~ supervisor~ boss superior teamleader founder founders ceo owner director
S support~ assistant~ team sales department dept departement
Sy helpdesk helpline callcenter callcentre hotline
s service~ services care servise
y customer~ customers client consumer costumer
t talk~ speak~ chat contact reach ask deal spk tlk tlak takl tal touch word converse discuss complain tak talkk taok
t taslk tallk talkt seak speek spek
tC chat livechat chats
SV livechat
E escalate escalation escalated
c connect~ transfer~ redirect~ patch put pass hand switch forward refer escalate handoff handover route bump direct
c connected transferred redirected forwarded escalated
w want need wanna wnat require request demand prefer i'd id prefered looking insist expect rather desire wish would
w complain
G get give gimme bring find send fetch provide gime call lemme
m me us meee
i i we
n don't dont not no never didn't didnt nor avoid doesn't doesnt nobody needn't noone
h without instead cancel
z can could may able possible possibly might can't cant cannot couldn't won't wont wouldn't couldnt
l here available online around home awake present working
le there
x bot~ bots robot~ robots chatbot~ chatbots machine~ machines computer ai automated program automaton algorithm
x software siri alexa chatgpt gpt llm script computerized system artificial intelligence bott
k stop enough off fed tired sick done quit forget kill remove disable ditch
d a an the to with w/ your any some one of out through thru over other at ur actual up back on from and/or for by 2
d maybe be been also using licensed certified single member competent qualified knowledgeable experienced senior
d responsible billing tech technical technology it customer care service support desk help line staff assistance
d accounts finance returns shipping complaints english speaking native trained smart intelligent local better decent
d normal different new free next first available directly either simply just only really even still finally straight
d kindly once more another else off see wiht iwth wth wirh wit ot fucking fuckin fking bloody damn goddamn freaking
d effing stupid life worden called like love case issue actually perhaps
dr real live actual actually living breathing physical genuine proper true alive fleshy flesh blood
pN staff employees employee
f about for who that regarding because cuz coz bc as so and or but when if to from in on at by via before already
f again instead i you this it the my is not rather than since concerning with of over asap immediately right today
f here there then there's its it's am are do can could will would what why how now please we they he she them being
Z in en em di per por par pro
P please pls plz pleas now asap thanks thank thx ty immediately right hi hello hey ok okay quickly urgently today
P urgent pleaseee quick yes again yo sir mate
o visitor visitors customer customers user users assistant assistants baton he she they people clients bot bots
o guests students employees callers members guest
u resources rights error number numbers id name names commission string strings precedence badge body trafficking
u count limit licence license role roles plan plans portal hair per seat seats interest relations software policy
u fees fee
a is are am isn't aren't isnt arent r was s been
v you u ya
Y you're youre ur ru areyou
O one ones
j call ring phone callback buzz dial
J callback
H help assist assistance answer handle answers helping explain call contact phone ring respond reply solve into
Q when how what which who why where
R or
W who that which whom whoever
D this that it
X behind end typing write wrote written writing reading replying responding answering phone
M have let make get ask has
B who whom
_ parson parsons argent personal personnel personality persona prison pardon humane humanity contract contracts
_ sneak connects contacts managed manages manage agency opera advise advised advising advice college colleges
_ tasking taking texted agreement
A does do did will is are can could should must would
I i'll ill let lets let's lemme
Ia i'm im
FL talking~ speaking~ chatting~ texting conversing messaging dealing contacting~ reaching getting connecting talkin
U i've ive have
V live
g if
Nq guy dude lady
N man woman girl boy gal bloke women lad female male
K do should must
GM have
";
