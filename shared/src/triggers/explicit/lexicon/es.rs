//! The words of Spanish. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p humano~ humana humanos agente~ agentes asesor~ asesora asesores operador~ operadora operadores representante~
p ejecutivo~ ejecutiva teleoperador teleoperadora tecnico~ tecnica funcionario colaborador empleado empleada
q persona~ alguien~ algien companero companera
qN personas gente
b jefe jefa gerente encargado~ encargada supervisor supervisora responsable superior manager dueno duena fundador
b fundadores propietario
S soporte ventas equipo departamento
Sy callcenter
s servicio atencion asistencia
y cliente clientes usuario
t hablar~ ablar conversar~ contactar~ comunicarme~ comunicar contacto contactarme charlar platicar hablarle chatear
t dialogar contacta contacte acudir queja reclamo
C chat
V vivo
F hablo hablando platicando chateando conversando
E escalar
c paseme pasame pasenme pasas pasa pase pasen pasar pongame ponme ponganme poneme conectame conecteme conectenme
c conectar transfiereme transfierame transferir transferirme comuniqueme comuniquenme comunicame comunica comunicas
c comunique comuniquen derivame deriveme derivar derivenme pasarme ponerme transfieran contactame contacteme
c contactenme redirigeme pasarian
m me nos paseme pasame pasenme pongame ponme ponganme poneme conectame conecteme conectenme transfiereme
m transfierame transferirme comuniqueme comuniquenme comunicame derivame deriveme derivenme pasarme ponerme
m comunicarme contactarme contactame contacteme contactenme
w quiero quisiera necesito nesecito kiero ocupo deseo desearia gustaria prefiero preferiria solicito exijo qiero
w requiero pido queria necesitaria busco quieren gusta
G dame deme denme dar quiero llama traeme consigueme
i yo
n no tampoco nunca ni
h sin
z puedo puede pueden puedes podria podrian podrias poder posible logro consigo existe posibilidad hago logran seria
z pueda puedan
l ahi aqui disponible disponibles conectado alli
e hay habra existe
x robot robots bot bots maquina maquinas automatico ia contestadora computadora ordenador programa grabacion
x inteligencia artificial
k basta harto harta cansado cansada deja dejen quita suficiente parar
d con un una unos unas el los las al a alguna algun algunos tu su sus vuestro de del c/ algo la mas en linea ser sea
d estar por hueso carne facturacion tecnico tecnica calificado competente urgente directamente solo ya otra otro
d otras otros empresa realmente
dr real reales verdad verdadera verdadero vivo humana humano fisica autentico
f ahora sobre porfa para que porque por ya pero de del en y o gracias urgente aqui no con mi es esto este me
P favor por porfa porfavor pf gracias ya ahora urgente hola inmediatamente urgentemente buenas buenos dias tardes
o clientes visitantes asistente usuarios cliente baton bot
u recursos derechos titular juridica
a es esta estoy son
v usted ud tu vos
Y eres sos eras
O uno
j llamar llame llamen llamarme llama telefonear
J llamenme llameme llamame llamarme llamadme devuelvanme
H atender atienda atiendan atienden ayudar ayude ayuda ayudarme asistencia atendido atendida responder responda
H llame llamar contacte contactar atenderme llamarme comunique asesore
Q cuando como que cual quien donde cuantos cuantas
R o u
W que quien
D esto este eso
M que
B quien
I quiero necesito quisiera puedo prefiero deseo solicito ocupo exijo
g si
K debo
";
