//! The words of Polish. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
p czlowiek~ czlowieka czlowiekiem~ czlowiekowi konsultant~ konsultanta~ konsultantem~ konsultantka konsultantke
p pracownik~ pracownika pracownikiem~ doradca doradcy doradce operator operatorem operatora przedstawiciel
p przedstawiciela przedstawicielem ludziom ludzmi specjalista specjalisty agentem agenta pracownikow
q ktos~ kims~ kogos~ osoba osobe osoby kim komus
b kierownik kierownika kierownikiem przelozony przelozonego przelozonym menedzer menedzera menedzerem menadzer
b menadzera menadzerem szef szefa szefem wlasciciel wlascicielem
Sy infolinia infolinie infolinii bok
s obsluga obslugi obsluge biuro biura biurem
y klienta klientow
t rozmawiac~ porozmawiac~ pogadac~ gadac rozmowa rozmowe rozmowy kontakt kontaktu skontaktowac mowic pomowic
t porozmawiam pogadam czatowac dogadac
C czat
V zywo
F rozmawiam pisze gadam
c polacz polaczyc polaczcie polaczenie przelacz przelaczyc przelaczcie przekieruj przekierowac przekierujcie przekaz
c polaczony polaczona laczyc laczcie przeniesc przenies przeniesienie
m mi mnie nas mna
w chce chcialbym chcialabym potrzebuje prosze poprosze wole wolalbym wolalabym zadam zycze potrzebny potrzeba
G daj dajcie dawac zawolaj zawolajcie dac
i ja
n nie zaden zadna zadnych zadnego ani nigdy nikim
h bez
z moge mozna mozecie moze moglbym moglabym mozliwosc mozliwe czy moga
l tam tu dostepny dostepna dostepni
e jest sa
x bot bota botem boty botow robot robotem robota automat automatem automatu maszyna maszyny komputer sztuczna
x inteligencja inteligencji
k dosc stop koniec
d z ze od do na o w tam tylko jakis jakiegos jakims jakas zostac byc wasza waszym waszego obslugi klienta biura
d dzialu reklamacji sprzedazy technicznym bezposrednio juz teraz inny innym inna sie tego tym naprawde bede
dr zywy zywym zywego zywa prawdziwy prawdziwym prawdziwego prawdziwa prawdziwej
f w sprawie ktory ktora kto o teraz natychmiast bo zeby dzieki i z aby od na juz
P prosze poprosze teraz dzieki dziekuje natychmiast szybko pilnie dzien dobry halo pilne juz
o klienci klient asystent uzytkownicy goscie baton
u prawa zasoby cialo nieruchomosci komorkowego
a jest
v pan pani ty
Y jestes
O jednego
j zadzwonic zadzwoncie zadzwon zadzwoni oddzwonic telefon
J oddzwonic oddzwoncie oddzwon oddzwonienie
H pomoc pomoze pomocy zadzwoni zadzwonic skontaktuje pomogl oddzwoni odpowie
Q kiedy jak co ktory kto dlaczego gdzie ilu ile
R czy lub albo
W ktory kto ktora
D czy
M niech
B kim
I chce chcialbym chcialabym potrzebuje moge wole
S dzial dzialem
g jesli jezeli jak
K musze
";
