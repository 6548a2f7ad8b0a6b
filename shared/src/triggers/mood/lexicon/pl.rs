//! Polish words and phrases; beginnings of words, for Polish words have many ends.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "glupie|glupi|glupia pytanie|pytanko|blad, jestem ~ glupi|glupia|idiota|debilem|idiotka|tepy, moja wina, nie
        ma pospiechu, bez pospiechu, nie spieszy|pali, nie jest pilne, nie pilne, niepilne, zly|zla|zle
        rozmiar|kolor|adres|numer|produkt|haslo|kod, niezle, nie zle, zajebiscie, zajebisty, zajebista, zajebiste,
        zla pogoda, kosz na, smieci segregowane",
    ),
    Group(
        Feel,
        70,
        "wsciekl*, zly, zla, wkurz*, wkurw*, zdenerwowan*, rozwscieczon*, poirytowan*, zirytowan*, sfrustrowan*,
        oburzon*, zniesmaczon*, rozzloszczon*, zlosc, wscieklosc, frustracja, irytuje, wnerwi*, denerwuje,
        denerwujesz, dosyc, rozgoryczon*, bulwersuj*, zbulwersowan*",
    ),
    Group(
        Feel,
        40,
        "rozczarowan*, niezadowolon*, zawiedzion*, zawod, oszukan*, zniecierpliwi*, rozczarowanie",
    ),
    Group(
        Judge,
        65,
        "skandal, skandaliczn*, zenada, zenujac*, niedopuszczaln*, nieakceptowaln*, smieszne, absurd, absurdaln*,
        okropn*, straszne, straszna, straszny, fatalne, fatalna, fatalny, fatalnie, koszmar, koszmarn*, tragedia,
        tragiczn*, beznadziej*, bezuzyteczn*, niekompeten*, wstyd, hanba, oszustwo, oszusci, oszust, oszustami,
        zlodzieje, zlodziej, zlodziejstwo, klamcy, klamstwo, klamie, klamiecie, kpina, kpiny, zart, dno, masakra,
        porazka, badziew*, syf, smiec, smieci, irytujac*, denerwujac*, wkurzajac*, nienawidz*, bzdura, bzdury,
        zalosn*, najgorsz*, ohydn*, obrzydliw*, partactwo, bezczeln*, chamstwo, chamsk*, kretynsk*, idiotyczn*,
        naciagacze, naciaganie, lipa, gniot, bubel, wyludzenie, katastrofa, paranoja, nieporozumienie, niepowazn*,
        skandalem, gowniane, gowniana, gowniany",
    ),
    Group(
        Judge,
        40,
        "slabo, slaby, slaba, slabe, zle, kiepsk*, niesprawiedliw*, smutne, marny, marna, dziwne, bledne, powoln*,
        przykre, nudne",
    ),
    Group(
        Swear,
        65,
        "kurwa, kurwy, kurwe, kurde, kurna, cholera, cholern*, jebac, jeban*, jebie, pieprz*, pierdol*, pierdziel*,
        spierdal*, spierdol*, wypierdal*, chuj, chuja, chujow*, huj, gowno, gowna, gownian*, dupa, dupe, dupy,
        zajeb*, zjeb*, popierdol*, psiakrew, cholerka, kuzwa, kuzwy, wtf, szlag, kurw*, pojeb*,
        rozpierd*, odpierd*, wpierd*, zapierd*, przejeb*, wyjeb*",
    ),
    Group(
        Slur,
        80,
        "idiot*, debil*, kretyn*, imbecyl*, dupek, dupki, dupku, glupek, glupku, glupki, skurwysyn*, skurwiel*,
        sukinsyn*, suka, suko, szmata, szmato, dziwka, dziwko, ciota, frajer*, palant*, matol*, polglowek, cymbal*,
        baran, baranie, osiol, osle, ciec, cwel*, gnoj, gnoju, gnoje, smiecie, smieciu, bydlak, bydlo, bandyci,
        pajac*, blazen, blazny, downie, mongol*, przyglup*, niedorozwoj, niedorozwin*, tuman*, durniu, duren, durny,
        durna, glab, debilny, debilna, pacan*, menda, swinia, swinie, ulom*, uposledzon*, kutas*, fiut*, pizda,
        pizdo, cipa, zdzira, cwok, jelop, gamon, burak, zlamas, frajerzy",
    ),
    Group(
        Slur,
        65,
        "glupi, glupia, glupie, glupich, tepy, tepa, tepak, ciemniak, nieudacznik*, nierob*, bezmozg*, tepe, glupol,
        nieogarniet*",
    ),
    Group(
        Insult,
        80,
        "zamknij sie|morde|ryj|pysk|dziob, stul pysk|morde|ryj|dziob, odwal sie, odczep sie, spadaj, spieprzaj,
        spierdalaj*, wypierdalaj*, odpierdol sie, pierdol sie, idz _ diabla|cholery|chuj|piekla|chuja, idzcie w, wal
        sie, walcie sie, gon sie, pocaluj|pocalujcie _ dupe, jebac was|was|cie|to, jestes|jestescie _
        beznadziej*|zalosn*|bezuzyteczn*|niekompetent*, jestes|jestescie|jest|sa _
        glupi|glupia|glupie|bezuzyteczny|bezuzyteczni|bezuzyteczna|bezuzyteczne|idiota|idiotami|beznadziejny|beznadziejni|beznadziejna|debilem|tepy|tepa|smieszny|smieszni|zalosny|zalosni|zlodziejami|oszustami|niekompetentni|niekompetentny|nikim|zerem|chory|chora|do
        _ dupy|niczego|slaby|nienormalni, nic _ nie _ rozumiesz|rozumiecie|umiesz|wiesz|potrafisz|kumasz,
        glupi|durny|jebany|pieprzony|cholerny|bezuzyteczny|tepy|zasrany|kurewski|beznadziejny
        bot|robot|chatbot|automat, glupia|durna|jebana|pieprzona|cholerna|tepa maszyna|ai|sztuczna, bot _
        glupi|do|beznadziejny|bezuzyteczny|tragedia, nienawidze cie|was, twoja stara|matka,
        wstydzcie|wstydz|wstydziliscie sie, zdychaj, zdechnij, ssij, obys|obyscie zdechl|zdechli|zgnil, banda _
        idiotow|debili|zlodziei|oszustow|kretynow|nierobow|partaczy, kawal|kupa|sterta gowna|chuja|smieci|chama,
        chuj ci|wam|ci, do dupy",
    ),
    Group(
        Anger,
        60,
        "czekam|czekamy ~ juz|od|@number|miesiac|tydzien|kilka|ponad|tyle, od ~
        @number|kilku|tygodnia|miesiaca|wielu|paru ~ tygodni|miesiecy|godzin|dni, od
        tygodnia|miesiaca|tygodni|miesiecy|godzin|wiekow, po raz @nth, @nth raz, juz @nth|@number raz|razy, ile
        razy|jeszcze|mozna, jak dlugo, ile mozna, mam ~ dosc|dosyc|gdzies, dosc tego, dosyc tego, wystarczy tego,
        poddaje sie, rezygnuje z, strata|marnowanie ~ czasu|pieniedzy|czas,
        tracic|trace|marnuje|zmarnowal*|stracilem|stracilam|marnujecie|marnujesz ~ czas|czasu, moja cierpliwosc,
        cierpliwosc ~ konczy|skonczyla|granice, konczy mi ~ cierpliwosc, traci* cierpliwosc, na nerwy|nerwach,
        dziala|dzialasz|dzialacie mi na, to ~ zart|zarty|kpina|kpiny|jakis|parodia, jaja sobie, robicie|robisz ~
        jaja|zarty|zart|idiote|debila, zartujecie|zartujesz, kpicie|kpisz|kpina, co za ~
        zenada|dno|firma|syf|wstyd|dramat|porazka|bzdura|skandal|kpina|masakra, co to ~ jest|ma|za ~ byc|za|kurwa,
        nigdy wiecej, juz nigdy, nie ~ do ~ pomyslenia|przyjecia|wiary, nie moge uwierzyc, brak ~ szacunku|slow,
        brak slow, szlag ~ trafia|trafi, trafia mnie, noz sie, ponizej krytyki, obsluga ~
        tragiczna|fatalna|beznadziejna|zenada|dno|koszmarna|ponizej|zerowa, fatalna|tragiczna|beznadziejna|koszmarna
        obsluga, na litosc|milosc boska, oddajcie|oddawajcie|zwroccie ~ pieniadze|kase, doprowadza|doprowadzacie ~
        szalu|furii|pasji, wariat*",
    ),
    Group(
        Anger,
        50,
        "nadal|dalej|wciaz|ciagle|jeszcze nie|nic|brak ~
        dziala|dostal*|otrzymal*|ma|naprawi*|rozwiaza*|dostalem|przyszlo|doszla|odpowiedzi|mam|moge,
        nadal|dalej|wciaz|ciagle to|ten|ta|te sam|samo|same, nikt ~ nie ~
        odpowiada|odpisuje|pomaga|odbiera|reaguje|wie|dzwoni|interesuje, nikt mi|nic nie, brak ~
        odpowiedzi|reakcji|kontaktu|pomocy, zero odpowiedzi|reakcji|kontaktu|pomocy, bez odpowiedzi|odzewu, juz ~
        mowilem|mowilam|pisalem|pisalam|tlumaczylem|tlumaczylam|pytalem|pytalam|podalem,
        mowilem|mowilam|pisalem|pisalam juz|przeciez, w kolko, znowu to|nie|nic, znow to, to nie
        pomaga|pomoglo|dziala nadal, nie ~
        pomagasz|pomagacie|rozumiesz|rozumiecie|sluchasz|sluchacie|odpowiadasz|odpowiadacie, adwokat*, prawnik*, do
        sadu, droga sadowa, uokik, rzecznik* ~ konsument*, negatywn* opinie|komentarz, przestan*, dlaczego ~ tak
        dlugo|nikt, za co ~ place|placimy, chce ~ pieniedzy|pieniadze, odsyla* mnie|od, nie ~ zadowolony|zadowolona",
    ),
    Group(
        Urgent,
        70,
        "pilne, pilnie, pilna, pilny, pilnego, natychmiast, natychmiastow*, niezwlocznie, asap, jak najszybciej,
        najszybciej, w trybie pilnym, awaria, do ~ @day|jutra|dzisiaj|konca, na jutro|dzis|dzisiaj|wczoraj, przed
        @day, samolot|lot|pociag|slub|spotkanie|egzamin ~ za|jutro|dzis|odlatuje|odjezdza|mam, za|w
        @number|godzine|kilka|pol|ciagu ~ godziny|godzin|minut|godzine, za godzine, termin ~ mija|jutro|dzis|uplywa,
        produkcja|strona|serwer|system|sklep ~ lezy|padl|padla|stoi|niedostepn*|dziala, potrzebuje ~
        dzis|dzisiaj|teraz|jutro|szybko, wygasa @day, nie moge czekac, nie ma czasu, nagly wypadek, nagle",
    ),
    Group(
        Curt,
        30,
        "nie, zle, bzdura, stop, serio, dosc, wystarczy, ",
    ),
];
