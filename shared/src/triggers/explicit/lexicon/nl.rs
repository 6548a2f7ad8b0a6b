//! The words of Dutch. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p mens~ medewerker~ medewerkster medewerkers collega~ adviseur klantadviseur operator agent consulent monteur
p supportmedewerker menselijk menselijke
q persoon~ iemand~ iemant iemnd
qN mensen
b manager leidinggevende~ baas chef teamleider verantwoordelijke supervisor eigenaar directeur
Sy klantenservice~ klantendienst~ helpdesk klantencontact
tT spreken~ praten~ chatten babbelen bereiken telefoneren bellen kletsen woord overleggen contacteren pakken
t contact spreek praat
F praat spreek praten typ
c verbind doorverbinden~ doorverbonden doorverbind schakel zet verbonden
cT doorverbinden verbinden verbonden doorverbonden
E doorverbinden doorverbonden
m me mij ons mn
w wil wilt graag liever zou wou nodig eis wens willen vraag verlang verkies
G geef geven haal krijg krijgen aan heb
i ik we wij
n geen niet nooit
h zonder
z kan kunt kunnen mag zou kun zouden mogelijk
l daar er hier beschikbaar aanwezig
x bot bots robot robots chatbot computer machine automaat ai kunstmatige intelligentie
k stop klaar genoeg weg zat stoppen uit
d met een echt echte de het van naar je jij uw jullie u der ne nen lijn te om die ook aan n door even tot er in op
d zijn levende ander andere terug worden
dr echt echte levend levende menselijk menselijke fatsoenlijke
f nu over die aub alsjeblieft alstublieft svp want om bedankt van voor in bij en of dit graag
P aub alsjeblieft alstublieft graag nu bedankt svp snel hallo direct meteen dank
o klanten bezoekers assistent gebruikers klant baton
u rechten lichaam
a is ben zijn zit
v je jij u gij jou
Y bent zijde
O een
j bel bellen terugbellen opbellen belt
J terugbellen teruggebeld terugbelverzoek
H helpen helpt hulp bellen contact opnemen bel terugbellen opbellen woord staan gestaan
Q wanneer hoe wat welke wie waarom waar hoeveel
R of
W die wie
D dit dat
X achter
M laat
B wie
_ persoonlijk
S afdeling team verkoop
g als indien zo
K moet
";
