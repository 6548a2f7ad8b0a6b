//! The words of Portuguese. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p humano humana humanos atendente~ atendentes operador operadora consultor~ consultora agente tecnico tecnica
p colaborador colaboradora representante assistente funcionario funcionaria colega vendedor
q pessoa~ alguem~ algem
qN pessoas gente
b gerente supervisor supervisora responsavel chefe encarregado gestor dono dona proprietario
S suporte equipe equipa departamento vendas
Sy sac
s atendimento apoio servico
y cliente clientes consumidor
t falar~ flaar conversar~ contactar~ contatar~ contato contacto contatto comunicar falr fala reclamar
tz falo
F falando falo conversando teclando
C chat
V vivo
c passa passe passar passem transfere transferir transfira transferem transferido transferida conecta conectar
c conecte coloca coloque encaminhe encaminha encaminhar direciona redireciona bota
m me mim nos
w quero queria preciso gostaria gostava desejo prefiro precisava necessito exijo solicito queremos qro quer gosto
G da chama chame manda bota arranja
i eu
n nao n nunca nem
h sem
z posso pode podem poderia poderiam consigo possivel possa faco faz podia podias dava da
l ai aqui disponivel la
e tem ha existe
x robo robos bot bots maquina automatico ia computador inteligencia artificial
k chega cansei pare basta farto farta cansado desse parem
d com um uma uns o os a as ao do da de dos das pra pro para seu sua vosso teu alguma algum c/ voces vcs em na no
d linha que ser por volta outra outro c realmente
dr real reais verdade verdadeira verdadeiro serio vivo
f agora sobre para pra que porque por favor obrigado obrigada urgente pf no na do da de e ou em isso ja
P favor por pfv pf porfavor obrigado obrigada agora urgente ola oi ja logo imediatamente
o clientes visitantes assistente usuarios cliente utilizadores baton
u imoveis direitos corpo juridica
a e eh es esta estou sou
v voce vc tu ce
Y sois
O um uma
j ligar ligue liga liguem ligar-me telefonar retornar ligarem
H atender atenda ajudar ajude atendido atendida ligar ligue liguem responder resolver contactado contatado ajuda
H ajudem
Q quando como qual quem quantos quantas onde
R ou
W que quem
D isso isto este esse
X atras
M que
B quem
_ pessoal falta
I quero preciso posso queria gostaria prefiro desejo
g se
K devo
";
