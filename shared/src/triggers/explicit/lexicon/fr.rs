//! The words of French. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p humain~ humaine humains conseiller~ conseillere conseillers agent operateur~ operatrice teleconseiller~
p teleconseillere technicien collaborateur interlocuteur representant employe conseille commercial employee vendeur
q personne~ quelqu'un quelquun qqun qqn quelqun
qN personnes gens
b responsable superviseur manager superieur chef directeur gerant patron gerante
Sy sav
s service support assistance
y client clients clientele
t parler~ parle parlez discuter~ contacter~ joindre echanger entretenir m'entretenir contact relation dialoguer
t causer communiquer tchatter tchater chatter appeler converser
C chat tchat
V direct
F parle parlons discute ecris
c passez passer passe passes transferez transferer transfere transferes mettez mettre metter mets redirigez
c rediriger orientez connectez connecter basculez escaladez
m moi me nous m
w veux veut voudrais voudrai souhaite souhaiterais souhaiterai besoin aimerais prefere prefererais exige demande
w j'aimerais jaimerais desire desirerais vx faut voulais tiens
G donnez donne donner appelez avoir envoyez trouvez
i je j
n ne pas n ni jamais aucun aucune inutile point
h sans inutile
z peux puis peut pouvez pourrais possible pourriez peut-etre pourrait puisse moyen impossible puissions
l disponible la ici
x robot robots bot bots machine automate ordinateur ia chatbot repondeur intelligence artificielle
k marre stop assez arretez arrete arreter ras stoppez coupez
d avec un une le les du de d des l vers au aux en ligne telephone votre vos a etre mis mise s'il t il que qu ce cet
d cette bien juste directement est-ce plutot chez autre plus par recontacter vraiment train
dr vrai vraie reel reelle vivant vivante physique chair os veritable competent humaine
f maintenant pour qui svp merci a au sur de du car parce concernant et ou qu que mais s'il je c'est en chez stp d
f vite
P svp stp s'il vous te plait plais merci maintenant vite bonjour urgent rapidement sil vp immediatement
o clients visiteurs assistant utilisateurs client baton
u immobilier ressources droits corps
a est suis sommes es c'est
v vous tu toi
Y etes t'es
O un une
j appeler rappeler appelez rappelez m'appeler m'appelle rappel rappele
J rappelez rappele rappelee m'appeler m'rappeler recontacter rappelle
H aider aide m'aider appeler rappeler m'appeler contacter repondre contacte contactee contactez recontacter prendre
H m'aide
Q quand comment quel quelle quels combien pourquoi qui quoi
R ou
W qui
D ce c'est cela ca
X derriere
M que
B qui
I j'aimerais jaimerais j'ai jai
U j'ai jai ai avons
E relation
S equipe
g si sinon
K dois
";
