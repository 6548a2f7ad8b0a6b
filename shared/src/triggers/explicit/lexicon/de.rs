//! The words of German. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p mensch~ menschen~ menschn mitarbeiter~ mitarbeiterin mitarbeitern mitarbeitende mitarbeitenden berater~ beraterin
p kundenberater~ kundenberaterin ansprechpartner~ ansprechpartnerin sachbearbeiter~ sachbearbeiterin kollegen
p kollege kollegin techniker servicemitarbeiter kundendienstmitarbeiter supportmitarbeiter kundenbetreuer agenten
p betreuer servicekraft mitarbeiterinnen fachmann menschliche menschlichen menschlicher
q jemand~ jemanden~ jemandem~ irgendjemand irgendjemanden irgendjemandem irgendwer irgendwem irgendwen wem person~
q opperem opper
b chef chefin vorgesetzten~ vorgesetzter vorgesetzte teamleiter~ teamleiterin verantwortlichen filialleiter
b abteilungsleiter geschaftsfuhrer inhaber
Sy kundenservice~ kundendienst~ kundenbetreuung~ kundensupport servicehotline kundencenter
tT sprechen~ reden~ schreiben chatten telefonieren kontaktieren erreichen unterhalten rede quatschen plaudern
tT schwatze kommunizieren
t kontakt erreiche
F spreche rede schreibe chatte
c verbinde verbinden~ verbind stellen stell stelle leiten leite weiterleiten weitergeleitet verbunden durchstellen
c weiterverbinden uberstellen vermitteln
cT verbinden verbunden weiterleiten weitergeleitet durchstellen weiterverbinden durchgestellt vermittelt
cT weiterverbunden
E weitergeleitet durchstellen durchgestellt weiterverbunden
m mich mir uns mi
w will mochte moechte mocht brauche braeuchte brauchte benotige benoetige wunsche wuensche wurde wuerde hatte haette
w gern gerne lieber verlange wollen bevorzuge bitte wott suche lust
G gib geben gebt hol holen holt her
i ich i wir
n kein keine keinen keinem keiner nicht ned nie niemals net nix
h ohne statt anstatt
z kann kannst konnen koennen konnte konnten koennte koennten darf durfte konnt konntest moglich gibts soll sollen
l da hier verfugbar erreichbar anwesend online
e gibt gibts
x bot roboter~ robotern maschine computer automaten ki programm chatbot kunstliche intelligenz
k schluss genug weg stopp stop aus satt nervt
d mit einem einen einer ein eine ne nen em am emene de en der dem den die das des ihr ihre ihren ihrem euch eurem
d euren eure von vom zu zum zur an auf es sich irgendwo irgendwie auch bei hier nochmal weiter durch direkt mal doch
d einfach personlich nur jetzt dieser diesem diesen endlich andere anderen anderer anderem anderes zuruck zurueck
d werden nem irgendeinem wirklich
dr echten echter echte echtes richtigen richtiger wirklichen realen reale realer lebenden lebendigen menschlichen
dr menschliche menschlicher menschliches leibhaftigen kompetenten zustandigen
f jetzt uber wegen der die das weil bitte damit denn und oder zu von fur an in aus statt nicht sofort bevor wenn ob
f am im bei ich ist
P bitte danke jetzt sofort schnell dringend hallo endlich mal gern gerne bitteee asap ja
o kunden besucher nutzer assistent benutzer kunde baton mandanten assistentin
u rabatt rechte verstand ressourcen
a ist bin sind seid bisch
v du sie ihr
Y bist bisch biste
O einen eine nen
j anrufen ruf rufen ruft ruckrufen zuruckrufen zurueckrufen telefonieren anruft
J ruckruf rueckruf
H helfen hilft hilfe helft anrufen zuruckrufen zurueckrufen melden meldet kummern antworten kontaktieren
H weiterhelfen anruft
Q wann wie was welche welcher wer warum wo wieviele wieso
R oder
W der die das wer
D das dies dieser
X dahinter hinter
M soll kann
B wem wen wer
_ beraten regen redet kenne menschheit
S abteilung team vertrieb
g wenn falls
K muss
";
