//! The words of Italian. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d a ad al alla allo altra altro col con d da dal davvero dei del dell della ed essere gli i il l le linea lo ossa
d parte qualche si sua suo tua tuo un un'altra un'altro vostra vostro
p addetto~ agente collega commesso consulente~ dipendente impiegato incaricato operatore~ operatrice tecnico umani
H aiutare aiutarmi aiuti aiuto assistere assistita assistito contattata contattato ricontattato rispondere
cm collegami collegarmi mettermi mettetemi mettimi passami passarmi passatemi trasferirmi trasferiscimi trasferitemi
w bisogno chiedo desidererei esigo gradirei preferirei pretendo richiedo serve vojo volevo
c collegare colleghi inoltrare metta metti passa passare passate passi trasferisca
x artificiale automatico bot chatbot computer ia intelligenza macchina risponditore robot
z faccio possa possibile possono potete potrebbe potrei potreste puo riesco
P buongiorno ciao cortesia favore pf piacere salve urgente
J chiamami chiamatemi richiamami richiamarmi richiamata richiamatemi ricontattarmi
k basta fermate niente smettila stop stufa stufo
G chiama dammi datemi dia fammi trovami
Q come dove quale quando quante quanti
b capo direttore manager responsabile superiore titolare
dr autentico carne reale reali vera vero
Pf adesso grazie ora per subito
n mai ne nessun nessuna non
t chattare comunicare contatto parla parlare~
u corpo diritti immobiliare mobile risorse
F chattando parlando parlo scrivo
Iw desidero preferisco voglio vorrei
j chiamate chiami richiamare telefonare
q persona~ qlcn qlcuno qualcuno~
S reparto supporto ufficio
df cui di in
l disponibile li qui
o baton utenti visitatori
M fare fate
Od una uno
a sono sto
e c'e esiste
f riguardo su
m me mi
oy cliente clienti
v lei tu
BQW chi
C chat
D questa
Dd questo
GM fatemi
HJ chiamarmi
Hj chiamare
Hm contattarmi
Ht contattare~
I ho
Iz posso
Jj richiamato
K devo
Nq persone
Qf perche
R oppure
Rf o
Ss assistenza
Vdr vivo
Wf che
X dietro
Y sei
_ personale
af e
dl la
dpr umano~
dz fa
g se
h senza
i io
lm ci
op assistente
s servizio
";
