//! Words that say how a question is asked, not what it is about: they are in every question and on every page. One
//! table for all languages, for a visitor's is not known before they write; so a word that is telling in one of them
//! ("sale", "hat", "due") is left out of the others.

use std::sync::LazyLock;

/// All of them, sorted.
static ALL: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut all: Vec<&str> = TABLES.iter().flat_map(|table| table.split(' ')).collect();
    all.sort_unstable();
    all.dedup();
    all
});

/// Whether a folded word is one of them.
pub(super) fn is_common(word: &str) -> bool {
    ALL.binary_search(&word).is_ok()
}

/// All of them, folded.
pub(crate) fn common() -> impl Iterator<Item = &'static str> {
    ALL.iter().copied()
}

const TABLES: [&str; 8] = [
    ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE, ITALIAN, DUTCH, POLISH,
];

/// English.
const ENGLISH: &str = "a about after again all also am an and any anyone are as at be been but by can can't cannot could did do \
    does doesn't don't for from get give go got had has have hello help here hey hi how i i'd i'll i'm i've \
    if in into is isn't it it's its just know like make many may me might more most much must my need no not \
    now of off ok okay on one or our out please possible s shall should show so some something tell than \
    thank thanks that that's the their them then there these they thing this those to too up us use very \
    want was way we what what's when where which who why will with without work works would yes you your";

/// Spanish.
const SPANISH: &str = "encontrar encuentro encuentra al algo alguien algun alguna ante antes aqui asi aunque bien cada como con cual cuales cuando cuanta \
    cuanto cuantos de del desde donde e el ella ellos en entre era eres es esa ese eso esta estan estar \
    estas este esto estos estoy favor fue gracias ha hace hacer hago hasta hay haya he hola la las le les lo \
    los mas mi mis muy necesita necesito nos nuestro o os otra otro para pero poder podria por porque puede \
    puedes puedo pues que quien quiere quiero quisiera se sea ser si sin sobre solo soy su sus tambien te \
    tengo tiene tienen tienes todo todos tu tus un una uno unos usted ustedes y ya yo";

/// German.
const GERMAN: &str = "finde finden findet aber alle allem als andere auch auf aus bei beim bekomme bis bitte brauche da damit danke dann das dass \
    dein dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein \
    eine einem einen einer eines er es etwas euch euer fur geht gerne gibt hab habe haben hallo hatte hier \
    ich ihm ihnen ihr ihre ihren im ist ja jetzt kann kannst kein keine konnen konnte konnten mal mehr mein \
    meine meinem meinen meiner mich mir mit mochte muss nach nein nicht noch nun nur ob oder ohne schon sehr \
    sein seine sich sie sind soll sollte uber um und uns unser unsere unter vom von vor wann warum weil \
    welche welcher welches wenn wer werde werden wie wieder wir wird wo wollen wurde wurden zu zum zur";

/// French.
const FRENCH: &str = "trouver trouve ai alors apres au aucun aussi autre aux avec avez avoir avons bien bonjour c'est ca ce cela celle celui \
    ces cet cette chez comme comment d dans de deja des donc du elle elles en est et etait ete etes etre eu \
    faire fait faut il ils j j'ai je l la le les leur lui ma mais merci mes moi mon n n'est ne nos notre \
    nous ont ou par parce pas peu peut peux plait pour pourquoi pouvez puis puisje qu qu'est quand que quel \
    quelle quelles quels qui quoi sa se sera ses si sont souhaite suis sur svp ta te tes toi ton tous tout \
    toute toutes tres tu un une veux vos votre voudrais vous y";

/// Portuguese.
const PORTUGUESE: &str = "encontrar encontro acho ao aos aquela aquele assim ate com como da das de dela dele depois dos e ela ele eles em entre era essa \
    esse esta estao estou eu faco fazer foi gostaria ha isso isto ja la lhe mais mas mesmo meu meus minha \
    minhas muito na nao nas nem nos nossa nosso num numa o obrigada obrigado ola onde os ou para pela pelo \
    pode podem poderia por porque posso pra preciso quais qual quando quanto que quem quero sao se sem ser \
    seu seus sobre sua suas tambem te tem tenho ter tinha tu um uma umas vai voce voces vou";

/// Italian.
const ITALIAN: &str = "trovo trovare trova abbiamo ad agli ai al alla alle allo altro anche aver avere avete c'e che chi ci ciao cio come con cosa \
    cosi cui da dal dalla degli dei del della delle dello devo di dopo dov'e dove e ed era essere fa faccio \
    fare fra gia gli grazie ha hai hanno ho il io la le lei li lo loro lui ma mentre mi mia mie miei mio \
    molto ne nei nel nella nelle noi non nostra nostro o ogni oppure per perche piu po posso potete potrei \
    prima puo puoi qual quale quali quando quanto quella quelle quelli quello questa queste questi questo \
    qui se sei si siamo siete sono sta sto sua sue sugli sul sulla suo te ti tra tu tua tuo tutti tutto un \
    un'altra una uno vi voglio voi vorrei vostra vostro";

/// Dutch.
const DUTCH: &str = "vinden vind aan al alle alleen als alstublieft bedankt ben bij dan dat de deze die dit doe doen dus een en er goed \
    graag haar heb hebben hebt heeft hem het hier hij hoe hoeveel iets ik ja je jij jouw jullie kan kun \
    kunnen kunt maar meer met mij mijn misschien moet naar nee niet niets nog nu om omdat onder ons onze ook \
    op over te tot u uit uw van veel voor waar waarom wanneer waren wat weer wel welke wie wij wil wilde \
    willen word worden wordt zal ze zich zij zijn zo zonder zou";

/// Polish.
const POLISH: &str = "znalezc znajde aby albo ale bardzo bez bo byc byl byla bylo chce chcialabym chcialbym ci cie co czesc czy dla dzieki \
    dziekuje dzien gdy gdzie ich ile im ja jak jaka jaki jakie jako je jego jej jesli jest jestem jeszcze \
    juz kiedy kto ktora ktore ktory ma macie mam mamy mi mial miec mna mnie moge moj moja moje moze mozesz \
    mozna na nad nam nas nasz nie niej nim o od ona oni oraz po pod poniewaz potrzebuje prosze przed przez \
    przy sa sie sobie ta tak taka taki tam te tego tej tez tobie tu twoj ty tych tylko tym u w wam wiec \
    witam wszystko wy z za ze zeby";
