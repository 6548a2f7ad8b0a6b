//! The words of German. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d andere anderem anderen anderer anderes auch auf de dem den des diesem diesen direkt doch durch ein einem einer
d einfach em emene en es euch eure eurem euren ihre ihrem ihren irgendeinem irgendwie irgendwo mit ne nem nochmal
d nur personlich sich vom weiter werden wirklich zum zur zuruck zurueck
p ansprechpartner~ beraterin berater~ betreuer fachmann kollege kollegen kollegin kundenberater~ kundenbetreuer
p kundendienstmitarbeiter menschen~ mensch~ mitarbeitende mitarbeitenden mitarbeiterin mitarbeiterinnen mitarbeiter~
p sachbearbeiter~ servicekraft servicemitarbeiter supportmitarbeiter techniker
w benoetige benotige bevorzuge braeuchte brauche brauchte haette hatte lieber lust mocht mochte moechte suche
w verlange will wollen wott wuensche wuerde wunsche wurde
dr echte echten echter echtes kompetenten lebenden lebendigen leibhaftigen menschliches reale realen realer
dr richtigen richtiger wirklichen zustandigen
z darf durfte kannst koennen koennte koennten konnen konnt konnte konnten konntest moglich sollen
q irgendjemand irgendjemandem irgendjemanden irgendwem irgendwen irgendwer jemandem~ jemanden~ jemand~ opper opperem
q person~
f bevor damit denn fur im in ob uber und wegen weil
Tt chatten erreichen kommunizieren plaudern quatschen reden~ schreiben schwatze sprechen~ unterhalten
b abteilungsleiter chef chefin filialleiter geschaftsfuhrer inhaber teamleiterin teamleiter~ verantwortlichen
b vorgesetzten~
n kein keine keinem keinen keiner ned net nie niemals nix
H antworten helfen helft hilfe hilft kummern melden meldet weiterhelfen
Q wann warum was welche welcher wie wieso wieviele wo
c leite leiten stell stelle stellen uberstellen verbind verbinde vermitteln
o assistent assistentin baton benutzer besucher kunde kunden mandanten nutzer
x automaten bot chatbot computer intelligenz ki kunstliche programm roboter~
G geben gebt gib her hol holen holt
P asap bitteee danke dringend hallo ja schnell
k genug nervt satt schluss stop stopp weg
Sy kundenbetreuung~ kundencenter kundendienst~ kundenservice~ kundensupport servicehotline
_ beraten kenne menschheit redet regen
df am an bei von zu
l anwesend da erreichbar online verfugbar
ETc durchgestellt durchstellen weitergeleitet weiterverbunden
Hj anrufen anruft zuruckrufen zurueckrufen
Tc verbinden~ vermittelt weiterleiten weiterverbinden
j ruckrufen ruf rufen ruft
m mi mich mir uns
u rabatt rechte ressourcen verstand
F chatte schreibe spreche
Od eine einen nen
S abteilung team vertrieb
a bin seid sind
dpr menschliche menschlichen menschlicher
J ruckruf rueckruf
Mz kann soll
Pd endlich mal
Pw gern gerne
Wdf der die
X dahinter hinter
Y bist biste
h anstatt ohne
i i wir
t erreiche kontakt
v du sie
B wen
BQW wer
Bq wem
D dies
DWdf das
Dd dieser
FTt rede
HTt kontaktieren
K muss
Pdf jetzt
Pf sofort
Pfw bitte
Rf oder
Tjt telefonieren
Ya bisch
af ist
dl hier
dv ihr
e gibt
ez gibts
fg wenn
fh statt
fi ich
fk aus
fn nicht
g falls
";
