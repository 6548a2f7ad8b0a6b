//! The words of Italian. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p umano~ umana umani operatore~ operatrice operatori consulente~ agente addetto~ addetta incaricato tecnico tecnica
p collega rappresentante impiegato dipendente assistente commesso
q persona~ qualcuno~ qlcn qualcun qlcuno
qN persone
b responsabile capo direttore supervisore manager superiore titolare
S assistenza supporto reparto ufficio
s servizio assistenza
y clienti cliente
t parlare~ parla parlarne contattare~ contatto comunicare comunicarmi conversare parlre chattare discutere
C chat
V vivo
F parlo parlando scrivo chattando
c passami passatemi passi passate passa passarmi passare mettimi mettetemi mettermi metta colleghi collegare
c collegarmi collegami trasferisca trasferitemi trasferirmi trasferiscimi metti inoltrare
m mi me ci passami passatemi passarmi mettimi mettetemi mettermi collegarmi collegami trasferitemi trasferirmi
m trasferiscimi contattarmi comunicarmi
w voglio vorrei desidero desidererei bisogno preferisco preferirei gradirei vojo esigo chiedo richiedo volevo
w pretendo serve
G dammi datemi dia fammi fatemi chiama trovami
i io
n non nessun nessuna mai ne
h senza
z posso puo potete potrei possibile potrebbe potreste riesco possa faccio possono fa
l disponibile qui li la ci
e c'e esiste
x robot bot macchina computer automatico chatbot risponditore ia intelligenza artificiale
k basta stop stufo stufa fermate smettila niente
d con un uno una il lo la i gli le l al allo alla col del dell della dei di d in vostro vostra suo sua tuo tua a
d essere ed ossa cui davvero parte si ad da qualche linea altra altro un'altra un'altro dal questo fa
dr vero vera reale reali carne vivo umana umano autentico
f subito per che perche ora adesso grazie di in e o su riguardo cui
P favore per grazie subito adesso ora piacere buongiorno ciao urgente salve cortesia pf
o clienti visitatori assistente utenti cliente baton
u immobiliare risorse diritti corpo mobile
a e sono sto
v lei tu
Y sei
O uno una
j chiamare richiamare chiami chiamate telefonare richiamato
J chiamatemi richiamatemi richiamarmi chiamarmi richiamato richiamata ricontattarmi chiamami richiamami
H aiutare aiuti aiutarmi aiuto chiamarmi contattato contattata contattarmi assistere assistito assistita rispondere
H chiamare contattare ricontattato
Q quando come quale chi quanti quante dove perche
R o oppure
W che chi
D questo questa
X dietro
M fatemi fate fare
B chi
_ personale
I voglio vorrei posso ho desidero preferisco
g se
K devo
";
