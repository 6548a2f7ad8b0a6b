//! The words of Spanish. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d a al algo algun alguna algunos c/ calificado carne competente directamente el empresa estar facturacion hueso la
d las linea los mas otra otras otro otros realmente sea ser solo su sus un una unas unos vuestro
cm comunicame comuniqueme comuniquenme conectame conecteme conectenme contactame contacteme contactenme derivame
cm deriveme derivenme pasame pasarme paseme pasenme poneme ponerme pongame ponganme ponme transferirme transfierame
cm transfiereme
z consigo hago logran logro poder podria podrian podrias posibilidad posible pueda puedan puede pueden puedes seria
H asesore atender atenderme atendida atendido atienda atiendan atienden ayuda ayudar ayudarme ayude responda
H responder
c comunica comunicas comuniquen conectar derivar pasa pasar pasarian pasas pase pasen redirigeme transferir
c transfieran
p agente~ asesores asesor~ colaborador ejecutivo~ empleada empleado funcionario humanos operadores operador~
p representante~ teleoperador teleoperadora
t ablar acudir charlar chatear comunicar contacta contacto conversar~ dialogar hablarle hablar~ platicar queja
t reclamo
b duena dueno encargado~ fundador fundadores gerente jefa jefe manager propietario responsable superior supervisor
w busco desearia gusta gustaria kiero necesitaria nesecito pido preferiria qiero queria quieren requiero
x artificial automatico computadora contestadora grabacion ia inteligencia maquina maquinas ordenador programa robot
P buenas buenos dias favor hola inmediatamente pf porfavor tardes urgentemente
k basta cansada cansado deja dejen harta harto parar quita suficiente
Iw deseo exijo necesito ocupo prefiero quisiera solicito
dr autentico fisica real reales verdad verdadera verdadero
G consigueme dame dar deme denme traeme
Q como cual cuando cuantas cuantos donde
f mi para pero porque sobre y
F chateando conversando hablando hablo platicando
J devuelvanme llamadme llamame llameme llamenme
l ahi alli conectado disponible disponibles
S departamento equipo soporte ventas
df con de del en
o asistente baton usuarios visitantes
q alguien~ companera companero persona~
u derechos juridica recursos titular
Pdf por urgente ya
Pf ahora gracias porfa
Y eras eres sos
a esta estoy son
n ni nunca tampoco
v ud usted vos
Df este esto
Hj llamar llame
Nq gente personas
dpr humana humano~
e habra hay
j llamen telefonear
mt comunicarme~ contactarme
oy cliente clientes
s atencion servicio
BQW quien
C chat
D eso
E escalar
GIw quiero
Gj llama
HJj llamarme
Hc comunique
Hs asistencia
Ht contactar~
Iz puedo
K debo
MQWf que
O uno
R u
Rf o
Sy callcenter
Vdr vivo
af es
dp tecnico~
dv tu
ez existe
fl aqui
fm me
fn no
g si
h sin
i yo
m nos
ox bot
y usuario
";
