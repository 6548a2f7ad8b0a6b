//! The words of French. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d autre aux avec bien cet cette des directement est-ce etre il juste l le les ligne mis mise par plus plutot t
d telephone train vers vos votre vraiment
w aimerais besoin demande desire desirerais exige faut prefere prefererais souhaite souhaiterai souhaiterais tiens
w veut veux voudrai voudrais voulais vx
c basculez connecter connectez escaladez mets metter mettez mettre orientez passe passer passes passez rediriger
c redirigez transferer transferes transferez
t causer chatter communiquer contact dialoguer discuter~ echanger entretenir joindre m'entretenir parler~ tchater
t tchatter
z impossible moyen peut peut-etre peux possible pourrais pourrait pourriez pouvez puis puisse puissions
p agent collaborateur commercial conseiller~ employe employee humain~ interlocuteur operateur~ operatrice
p teleconseiller~ vendeur
dr chair competent os physique reel reelle veritable vivant vivante vrai vraie
x artificielle automate bot chatbot ia intelligence machine ordinateur repondeur robot
P bonjour immediatement plais plait rapidement sil te urgent vp
b chef directeur gerant gerante manager patron responsable superieur superviseur
k arrete arreter arretez assez coupez marre ras stop stoppez
H aide aider contactee contactez m'aide m'aider prendre repondre
Q combien comment pourquoi quand quel quelle quels quoi
df a au chez d de du en qu
n aucun aucune jamais n ne ni pas point
f car concernant et mais parce pour sur
G avoir donne donner donnez envoyez trouvez
q personne~ qqn qqun quelqu'un quelqun quelquun
Pf maintenant merci stp svp vite
a es est sommes suis
m m me moi nous
o assistant baton utilisateurs visiteurs
u corps droits immobilier ressources
F discute ecris parlons
J m'rappeler rappelee rappelle
l disponible ici la
s assistance service support
C chat tchat
D ca cela
IU j'ai jai
Iw j'aimerais jaimerais
Jj rappele rappelez
Nq gens personnes
Od un une
U ai avons
Y etes t'es
g si sinon
j m'appelle rappel
oy client clients
v toi tu
BQWf qui
Daf c'est
Dd ce
Et relation
Ft parle
Gj appelez
HJd recontacter
HJj m'appeler
Hj rappeler
Hjt appeler
Ht contacter~
K dois
Mdf que
Pdf s'il
Pv vous
Rf ou
S equipe
Sy sav
V direct
X derriere
dpr humaine
fi je
h sans
hn inutile
i j
y clientele
";
