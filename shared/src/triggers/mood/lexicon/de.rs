//! German words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "zu hell, hell genug, bosartige software|datei|mails, saure gurken, wutend auf sich, dumme frage|fragen,
        blode frage|fragen, dumm von mir, bin ich zu dumm|blod, ich idiot, ich trottel|depp, mein fehler, keine
        eile, nicht eilig|dringend, hat|habe keine eile, es eilt nicht, verdammt gut, falsche
        grosse|farbe|adresse|artikel|nummer|passwort, falscher artikel|betrag, falsches passwort|produkt, schlechte
        verbindung|qualitat ~ foto|bild, nicht schlecht, schlechtes wetter, arme, saugut, geil",
    ),
    Group(
        Feel,
        70,
        "wutend, stinksauer, sauer, zornig, emport, erbost, verargert, genervt, angepisst, frustriert, aufgebracht,
        stocksauer, fuchsteufelswild, wut, entsetzt, frust, argert, nervt, kotzt, nerven, nervst, aufregen, argern",
    ),
    Group(
        Feel,
        40,
        "enttauscht, unzufrieden, verarscht, unglucklich, beleidigt, veralbert, verschaukelt, enttauschend,
        ungeduldig",
    ),
    Group(
        Judge,
        65,
        "unverschamt, unverschamtheit, frechheit, unfassbar, lacherlich, unmoglich, inakzeptabel, unakzeptabel,
        unglaublich, skandal, skandalos, zumutung, schweinerei, sauerei, katastrophe, katastrophal, unterirdisch,
        erbarmlich, peinlich, beschissen, beschissene, beschissener, abzocke, abzocker, betruger, betrug, verarsche,
        verarschung, nervig, nervige, unmoglichkeit, untragbar, indiskutabel, armselig, schwachsinn, blodsinn,
        bullshit, mistladen, saftladen, drecksladen, sauladen, witz, farce, unding, desastros, grottenschlecht,
        miserabel, miserabler, furchtbar, schrecklich, grauenhaft, grauenvoll, entsetzlich, widerlich, ekelhaft,
        abartig, unprofessionell, inkompetent, inkompetente, hasse, hass, scheissladen, nutzlos, wertlos,
        unbrauchbar, unsinn, quatsch, lugner, lugen, schlampig, frech, unhoflich, unterste, schande",
    ),
    Group(
        Judge,
        40,
        "schlecht, schlechter, schlechte, schlimm, schlimmer, argerlich, dreck, mies, mieser, miese, falsch,
        schlechtesten, schlechteste, murks, pfusch, zeitverschwendung, geldverschwendung, bescheuert, albern",
    ),
    Group(
        Swear,
        65,
        "scheiss*, scheisse, scheixe, scheixxe, verfickt*, verkackt*, kacke, kack, fickt, fick, so ein mist, mist
        gebaut, verflucht*, verdammt*, verdammte, kruzifix, herrgott, zefix, himmelherrgott, arschkarte, drecks*,
        gottverdammt*, shice",
    ),
    Group(
        Slur,
        80,
        "idiot, idioten, idiotisch, vollidiot*, trottel, volltrottel, depp, deppen, dummkopf, dummkopfe, schwachkopf,
        arschloch, arschlocher, arsch, arschgeige, arschgesicht, wichser, wixer, penner, hurensohn, hurensohne,
        hurenkind, hure, nutte, schlampe, fotze, missgeburt, spast, spasti, spacko, mongo, behindert*, blodmann,
        blodian, dussel, einfaltspinsel, hornochse, rindvieh, mistvieh, mistkerl, miststuck, drecksack, dreckskerl,
        saftsack, sau, drecksau, schwein, schweinehund, schweinebacke, vollpfosten, pfosten, hackfresse, fresse,
        kackbratze, bratze, armleuchter, schmierfink, faulpelz, schwanzlutscher, flachzange, pappnase, kasper,
        clown, hirni, hirnlos*, gehirnamputiert, dulli, honk, lappen, lusche, versager, fetzenschadel, zicke,
        gauner, halunke, abschaum, dummschwatzer, blodes, bloder, blode, bloede, dumme, dummer, dummes, dreckskerle,
        nichtsnutz, taugenichts, pissnelke, pisser, nigger, kanake, hohlkopf, tolpel, knallkopf, weichei,
        dummerchen, dummi, ochse, krautkopf, zipfelklatscher, heini",
    ),
    Group(
        Slur,
        65,
        "dumm, blod, doof, saublod, strohdumm, saudumm, behammert, unfahig, dammlich, bekloppt, bloed, unfahiger,
        unfahige, hohl, beschrankt, dumpf, strunzdumm",
    ),
    Group(
        Insult,
        80,
        "halt _ fresse|maul|klappe|schnauze, halts|halt's maul, fick dich|euch|deine, verpiss dich, leck mich|mi, am
        arsch lecken, geh|fahr|fahrt zur holle, du kannst mich, ihr konnt mich, bist _
        dumm|blod|doof|nutzlos|bescheuert|unfahig|behindert|wertlos|scheisse|bloed|nervig|schlecht|mull|schrott|lacherlich|krank,
        seid _ dumm|blod|unfahig|bescheuert|betruger|bekloppt|lacherlich, hast _ keine ahnung|hirn|gehirn,
        scheiss|scheiss|drecks|bloder|dummer|nutzloser bot|chatbot|roboter|computer|automat|ki, scheissbot,
        dreckiger bot, schamt|scham euch|dich, schamen sie, ich hasse dich|euch|sie, hau ab, zieh leine, deine
        mutter, deine mudda, drecks bot, nichts _ hirn, halt den mund|rand, bot ist _
        scheisse|dumm|nutzlos|mull|schrott",
    ),
    Group(
        Anger,
        60,
        "warte ~ seit|schon @number|wochen|tagen|monaten|stunden|ewig|uber|einer|einem|einem, seit|schon|nach
        @number|wochen|monaten|stunden ~ warte|warten|gewartet, seit|schon @number ~ wochen|monaten|stunden|tagen,
        seit ~ wochen|monaten|ewigkeiten, zum @nth mal, das @nth mal, schon wieder, wie oft ~ noch|soll|muss, wie
        lange ~ noch, reicht mir|jetzt|es, es reicht, jetzt reicht, mir reicht, ich habe|hab genug, genug davon,
        schnauze|nase voll, hab|habe|hatte ~ satt, es satt, gebe|geb ~ auf, zeitverschwendung,
        verschwende|verschwendet ~ zeit, am ende ~ geduld, geduld ~ ende|aus, meine geduld, geht mir|gehen auf, auf
        die nerven|palme|eier|nusse|nerv|den, auf den keks|sack|geist|senkel|wecker, das darf ~ wahr, darf doch
        nicht, ist das ~ ernst|witz|scherz, euer ernst, ihr ernst, dein ernst, schlechter witz|scherz,
        wollt|willst|wollen ~ verarschen|veralbern, verarschen, so ein mist|scheiss|quatsch|saftladen|dreck, was
        soll das|der|dieser, was fur ein|eine mist|saftladen|scheiss|frechheit|sauerei|schwachsinn, nie wieder, nie
        mehr, frechheit, das ist doch ~ witz|hohn, unter aller sau|kanone, nicht
        akzeptabel|hinnehmbar|zumutbar|tragbar, so nicht, rege ~ auf, zum kotzen, bin ~ bedient,
        kundenservice|service|support|kundendienst ~ mies|schlecht|mieser|katastrophe|unterirdisch|miserabel, das
        letzte, aller letzte",
    ),
    Group(
        Anger,
        50,
        "immer noch ~ nicht|nichts|kein|keine|keinen|falsch|kaputt, noch immer ~ nicht|nichts|kein|keine|keinen, noch
        ~ nicht funktioniert|gelost|bekommen|erhalten, funktioniert|geht immer noch nicht, niemand|keiner ~
        antwortet|hilft, warum|wieso antwortet|hilft|reagiert ~ niemand|keiner, niemand|keiner
        antwortet|hilft|reagiert|meldet|kummert|interessiert, keine ~ antwort|reaktion ~ erhalten|bekommen, keine
        antwort|ruckmeldung, hilft ~ nicht ~ weiter, nicht hilfreich|weiter, das hilft ~ nicht, habe|hab ~
        bereits|schon gesagt|geschrieben|erklart|mehrfach|dreimal|tausendmal, schon ~
        gesagt|erklart|dreimal|tausendmal|mehrmals, immer das gleiche|selbe, immer dieselbe|die antwort|gleiche,
        verstehst|versteht|verstehen ~ nicht|nichts|uberhaupt, anwalt ~ einschalten, meinem|meinen|mein anwalt,
        rechtliche schritte, schlechte bewertung, will|mochte ~ geld zuruck, unzufrieden, wofur ~ zahle|bezahle,
        warum|wieso ~ so lange|immer|nie, das kann ~ nicht ~ sein|wahr|ernst, kann doch nicht, keine lust mehr, im
        kreis, hore|hor auf, lass|lasst mich",
    ),
    Group(
        Urgent,
        70,
        "dringend, dringende, dringender, eilig, eilt, sofort, umgehend, unverzuglich, schnellstmoglich, notfall,
        notfalle, asap, schnellstens, bis @day, bis ~ heute|morgen|ende, noch heute, frist,
        flug|zug|flieger|flugzeug|hochzeit ~ in|geht|morgen|heute, in|innerhalb ~ stunden|minuten, in einer stunde,
        produktion|seite|shop|server|system|webseite ~ steht|ausgefallen|down|offline|still, so schnell wie, auf der
        stelle, brauche ~ heute|jetzt|sofort|morgen|schnell, lauft ~ ab, keine zeit",
    ),
    Group(
        Curt,
        30,
        "falsch, nein, quatsch, unsinn, stop, genug, hallo",
    ),
];
