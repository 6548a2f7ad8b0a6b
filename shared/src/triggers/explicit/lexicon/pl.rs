//! The words of Polish. What the letters mean stands in `super`.

pub(super) const WORDS: &str = "\
d bede bezposrednio byc do dzialu inna inny innym jakas jakiegos jakims jakis naprawde reklamacji sie sprzedazy
d technicznym tego tylko tym wasza waszego waszym ze zostac
p czlowiekiem~ czlowiekowi czlowiek~ doradca doradce doradcy konsultanta~ konsultantem~ konsultant~ ludziom ludzmi
p operator pracownikiem~ pracownikow pracownik~ przedstawiciel przedstawiciela przedstawicielem specjalista
p specjalisty
c laczcie laczyc polacz polaczcie polaczenie polaczona polaczony polaczyc przekaz przekierowac przekieruj
c przekierujcie przelacz przelaczcie przelaczyc przenies przeniesc przeniesienie
b kierownik kierownika kierownikiem menadzer menadzera menadzerem menedzer menedzera menedzerem przelozonego
b przelozony przelozonym szef szefa szefem wlasciciel wlascicielem
x automat automatem automatu bot bota botem botow boty inteligencja inteligencji komputer maszyna maszyny robot
x sztuczna
t czatowac dogadac gadac kontakt kontaktu mowic pogadac~ pomowic porozmawiac~ rozmawiac~ rozmowa rozmowe rozmowy
t skontaktowac
dr prawdziwa prawdziwego prawdziwej prawdziwy prawdziwym zywa zywego zywy zywym
n ani nie nigdy nikim zaden zadna zadnego zadnych
z moga moglabym moglbym moze mozecie mozliwe mozliwosc mozna
H oddzwoni odpowie pomoc pomocy pomogl pomoze skontaktuje
P dobry dziekuje dzien halo pilne pilnie szybko
q kims~ kogos~ komus ktos~ osoba osobe osoby
G dac daj dajcie dawac zawolaj zawolajcie
Q co dlaczego gdzie ile ilu kiedy
o asystent baton goscie klienci klient uzytkownicy
w potrzeba potrzebny wolalabym wolalbym zadam zycze
Iw chce chcialabym chcialbym potrzebuje wole
df na o od w z
f aby bo i sprawie zeby
u cialo komorkowego nieruchomosci prawa zasoby
Sy bok infolinia infolinie infolinii
l dostepna dostepni dostepny tu
m mi mna mnie nas
s biurem biuro obsluga obsluge
F gadam pisze rozmawiam
J oddzwon oddzwoncie oddzwonienie
j telefon zadzwon zadzwoncie
k dosc koniec stop
v pan pani ty
Hj zadzwoni zadzwonic
Pdf juz teraz
Pf dzieki natychmiast
Pw poprosze prosze
QWf kto ktory
R albo lub
S dzial dzialem
ds biura obslugi
g jesli jezeli
Bq kim
C czat
DRz czy
Iz moge
Jj oddzwonic
K musze
M niech
O jednego
Qg jak
V zywo
Wf ktora
Y jestes
ae jest
dl tam
dy klienta
e sa
h bez
i ja
y klientow
";
