//! The words of Dutch. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d ander andere de der door even het jullie lijn met n naar ne nen ook op te terug tot uw worden
w eis liever nodig verkies verlang vraag wens wil willen wilt wou
Tt babbelen bereiken chatten contacteren kletsen overleggen pakken spreken~ telefoneren
p agent collega~ klantadviseur medewerker~ medewerkster mens~ monteur operator supportmedewerker
x ai automaat bot chatbot computer intelligentie kunstmatige machine robot
b baas chef directeur eigenaar leidinggevende~ manager supervisor verantwoordelijke
Q hoe hoeveel waar waarom wanneer wat welke
k genoeg klaar stop stoppen uit weg zat
z kan kun kunnen kunt mag mogelijk zouden
G geef geven haal heb krijg krijgen
H gestaan helpen helpt hulp opnemen staan
Pf alsjeblieft alstublieft aub bedankt nu svp
o assistent baton bezoekers gebruikers klant klanten
P dank direct hallo meteen snel
dr echt echte fatsoenlijke levend levende
f bij en over voor want
Sy helpdesk klantencontact klantendienst~ klantenservice~
c doorverbind schakel verbind zet
l aanwezig beschikbaar daar hier
m me mij mn ons
S afdeling team verkoop
a ben is zit
df in om van
dv je jij u
g als indien zo
i ik we wij
n geen niet nooit
Ft praat spreek
Hj bel opbellen
J terugbelverzoek teruggebeld
Y bent zijde
dpr menselijk menselijke
q iemand~ persoon~
u lichaam rechten
v gij jou
BQW wie
D dat
Df dit
ETc doorverbinden~
F typ
FTt praten~
Gd aan
HJj terugbellen
HTjt bellen
HTt woord
Ht contact
K moet
M laat
Nq mensen
Od een
Pfw graag
Rf of
Tc verbinden
Wdf die
X achter
_ persoonlijk
ad zijn
dl er
h zonder
j belt
wz zou
";
