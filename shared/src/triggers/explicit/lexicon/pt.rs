//! The words of Portuguese. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d a algum alguma ao as c c/ com das dos linha o os outra outro pro realmente ser seu sua teu uns vcs voces volta
d vosso
c coloca coloque conecta conectar conecte direciona encaminha encaminhar encaminhe passa passar passe passem
c redireciona transferem transferida transferido transferir transfira
p agente atendente~ colaborador colaboradora consultor~ funcionaria funcionario humana humano humanos operador
p representante tecnico vendedor
H ajuda ajudar ajude ajudem atenda atender atendida atendido contactado contatado resolver responder
z consigo dava faco faz pode podem poderia poderiam podia podias possa possivel
b chefe dona dono encarregado gerente gestor proprietario responsavel supervisor
k basta cansado cansei chega desse farta farto pare parem
t comunicar contactar~ contacto contatar~ contato contatto conversar~ falar~ reclamar
w exijo gostava gosto necessito precisava qro quer queremos solicito
Pf agora favor ja obrigada obrigado pf urgente
df de do em na no para pra
x artificial automatico bot computador ia inteligencia maquina
Iw desejo gostaria preciso prefiro queria quero
P imediatamente logo oi ola pfv porfavor
Q como onde qual quando quantas quantos
dr reais real serio verdade verdadeira verdadeiro
S departamento equipa equipe suporte vendas
a eh es esta estou sou
j liga ligar-me ligarem retornar telefonar
G arranja chama chame manda
l ai aqui disponivel la
n n nao nem nunca
o baton usuarios utilizadores visitantes
u corpo direitos imoveis juridica
v ce tu vc voce
D esse este isto
F conversando falando teclando
Hj ligar ligue liguem
e existe ha tem
m me mim nos
s apoio atendimento servico
Nq gente pessoas
Od um uma
_ falta pessoal
f porque sobre
oy cliente clientes
q alguem~ pessoa~
BQW quem
C chat
Df isso
Ftz falo
Gc bota
Gdfz da
Iz posso
K devo
MWdf que
Pdf por
Rf ou
Sy sac
Vdr vivo
X atras
Y sois
af e
g se
h sem
i eu
op assistente
y consumidor
";
