//! Dutch words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "domme vraag|vragen, stomme vraag|vragen, ik ben ~ dom|stom|blond, mijn fout, geen haast, geen spoed, niet
        dringend|urgent, heeft geen haast, verkeerde maat|kleur|adres|nummer|artikel|product|wachtwoord, niet
        slecht, slechte verbinding|kwaliteit ~ foto|beeld, dom plein, verdomd goed, kut met peren, ik was dom, niet
        zo erg, erg blij|goed|fijn|mooi|bedankt|graag",
    ),
    Group(
        Feel,
        70,
        "boos, woedend, kwaad, razend, pissig, pissed, geirriteerd, gefrustreerd, verontwaardigd, laaiend, furieus,
        chagrijnig, ziedend, ontstemd, woest, frustratie, irritatie, erger, ergernis, ergerlijk, spuugzat",
    ),
    Group(
        Feel,
        40,
        "teleurgesteld, ontevreden, teleurstelling, bedrogen, ongeduldig, misleid, teleurstellend",
    ),
    Group(
        Judge,
        65,
        "belachelijk, onacceptabel, schandalig, schandalige, schande, schandaal, onaanvaardbaar, ongehoord,
        ongelofelijk, ongelooflijk, bespottelijk, waardeloos, waardeloze, verschrikkelijk, vreselijk,
        verschrikkelijke, vreselijke, afschuwelijk, walgelijk, walgelijke, nutteloos, nutteloze, incompetent,
        incompetente, irritant, irritante, oplichters, oplichting, oplichterij, oplichter, dieven, leugenaars,
        leugens, leugenaar, zwendel, ramp, rampzalig, dramatisch, aanfluiting, onzin, flauwekul, haat, klote,
        kloten, brutaal, onbeschoft, respectloos, slechtste, prutswerk, prutsers, amateurs, treurig, bagger,
        rotzooi, troep, bezopen, absurd, triest, erbarmelijk, wanprestatie, onbegrijpelijk, schaamteloos,
        misselijkmakend, frustrerend, bedroevend, idioterie, vervelend, mensonterend, schofterig",
    ),
    Group(
        Judge,
        40,
        "slecht, slechte, matig, jammer, fout, stomme, oneerlijk, raar, traag, zielig, ondermaats, beroerd, verkeerd,
        kapotte",
    ),
    Group(
        Swear,
        65,
        "verdomme, godverdomme, gvd, kut, kutzooi, klotezooi, klootzooi, shit, tering, tyfus, kanker, kankerzooi,
        kolere, godver, potverdorie, verdorie, verdomde, verrekte, pokke, teringzooi, fuck, fucking, kak,
        kutbedrijf, klotebedrijf, rotbedrijf, gatver, jezus, bullshit, klere, klerezooi, flikker, reet",
    ),
    Group(
        Slur,
        80,
        "idioot, idioten, imbeciel, imbecielen, klootzak, klootzakken, eikel, eikels, lul, lullen, sukkel, sukkels,
        mongool, mongolen, debiel, debielen, debiele, achterlijk, achterlijke, randdebiel, trut, hoer, slet, teef,
        kutwijf, hoerenzoon, hoerenjong, tyfushond, kankerhoer, kankerlijer, teringlijer, loser, losers, stommeling,
        domoor, oen, oelewapper, ezel, rund, malloot, mafkees, halvegare, flapdrol, droplul, zakkenwasser, kneus,
        kneuzen, paardenlul, schoft, rotzak, smeerlap, varken, clown, clowns, mietje, kwibus, uilskuiken, dombo,
        tuig, zeikerd, zeikwijf, prutser, kluns, lapzwans",
    ),
    Group(
        Slur,
        65,
        "dom, domme, stom, stompzinnig, onnozel, idiote, dommer, onbekwaam, hersenloos, hersenloze, simpel, sneu",
    ),
    Group(
        Insult,
        80,
        "hou|houd|hou _ je|uw|de bek|kop|mond|smoel|bakkes|muil, rot op, rot toch op, flikker op, donder op,
        sodemieter op, tief|tyf op, val dood, krijg _ kanker|tering|tyfus|de|kolere|pest|klere, loop naar, ga _
        dood|weg, sterf, fuck you|je|jullie|off, lik|kus _ reet|kont, ben|bent|zijn _
        dom|domme|stom|nutteloos|waardeloos|idioot|achterlijk|belachelijk|irritant|debiel|vreselijk|slecht|gek|oplichters|incompetent|onbekwaam|verschrikkelijk|walgelijk|hopeloos|sukkel|sukkels|lul,
        je|jij|jullie _ snapt|begrijpt|weet|kunt|kan _ niks|niets|helemaal, snapt|begrijpt er|ook _ niets|niks|geen,
        stomme|domme|kut|klote|waardeloze|nutteloze|achterlijke|stom|rot|idiote|debiele bot|chatbot|robot|computer,
        kutbot, rotbot, klotebot, deze bot _ slecht|dom|waardeloos|nutteloos|kut, stuk vreten|stront, je moeder, ik
        haat je|jou|jullie|u, schaam|schamen je|jullie|u, sodemieter, ga je schamen",
    ),
    Group(
        Anger,
        60,
        "wacht|wachten al|nu, al @number|weken|maanden|uren|dagen|zo ~ weken|maanden|uren|dagen|jaar, al
        weken|maanden|uren|dagen|jaren|tijden, voor de @nth keer, de @nth keer, @nth keer dat, hoe vaak
        moet|nog|heb, hoe lang|lang ~ nog|moet, nu ben|is ~ zat|klaar|genoeg, ben ~ zat|beu|spuugzat|klaar, ben
        het|er ~ zat|beu|klaar, genoeg van|is, is genoeg, geef ~ op, ik stop ermee, verspilling|zonde van, tijd ~
        verspild|verspillen|verspil, mijn geduld, geduld ~ op, op mijn zenuwen, de keel uit, keel uit, is dit|dat ~
        grap, slechte grap, menen jullie|je|u, meen je|jij|je ~ niet, dit|dat meen|menen ~ niet,
        hou|houden|neem|nemen ~ voor de, voor de gek, wat een ~
        slechte|waardeloze|rotzooi|zooi|grap|aanfluiting|bende|drama|schande|onzin|kut|klote|ellende|belachelijk|gedoe|bedrijf|service|troep|stelletje,
        nooit meer|weer, kan|mag ~ niet waar, echt niet normaal, niet normaal|acceptabel|te|oke|serieus, niet te
        geloven, slaat nergens op, nergens op, gek van|worden, word ~ gek|ziek|moe|niet, ziek van, maakt|maken
        me|mij ~ gek|boos|kwaad, slechte|waardeloze|belabberde service|klantenservice|ervaring|bereikbaarheid,
        klantenservice|service ~ slecht|waardeloos|waardeloze|drama|nul|belabberd, klaar mee, schandalig",
    ),
    Group(
        Anger,
        50,
        "nog steeds|altijd niet|geen|niks|niets|kapot|wachten|fout, werkt|doet ~ nog steeds niet, nog ~
        niets|niks|geen ~ gehoord|reactie|antwoord, niemand ~ reageert|antwoordt|helpt|luistert|belt|weet, krijg ~
        geen antwoord|reactie|gehoor, geen reactie|antwoord|gehoor, heb ~ al ~
        gezegd|verteld|uitgelegd|geschreven|gevraagd|keer|betaald, al ~ keer gezegd|gevraagd|gebeld|gemaild, alweer,
        weer hetzelfde, steeds|altijd|telkens hetzelfde|dezelfde|weer, hetzelfde antwoord, dezelfde
        antwoord|vraag|onzin, helpt ~ niet|niks|niets, niet behulpzaam, hier heb ik niks, daar heb ik niks|niets,
        jullie|je|u luistert|luisteren|begrijpt|leest|antwoordt ~ niet, begrijp|begrijpt|snap|snapt ~ niet ~
        vraag|je|u|jullie|toch, van het kastje, kastje naar, advocaat, juridische stappen, slechte
        review|recensie|beoordeling, waar betaal ik, waarom duurt|reageert|krijg|moet ~ zo|niemand|geen|altijd, geld
        terug ~ nu, niet blij|tevreden, ga klagen, stop met, laat me ~ rust, kom op",
    ),
    Group(
        Urgent,
        70,
        "dringend, dringende, spoed, urgent, onmiddellijk, meteen, noodgeval, asap, zo snel mogelijk, zsm, per
        direct, voor ~ @day, uiterlijk, vlucht|trein|vliegtuig|bruiloft|vergadering ~
        vertrekt|over|gaat|is|morgen|begint, binnen|over @number|een|enkele ~ uur|uren|minuten, over een uur,
        deadline, productie|site|website|server|systeem|winkel ~ plat|down|eruit|offline, ligt plat|eruit, nodig ~
        vandaag|nu|morgen, vandaag|morgen nog, met spoed, haast, verloopt @day, geen tijd, kan niet wachten",
    ),
    Group(
        Curt,
        30,
        "fout, stop, hallo, genoeg, onzin, nou, serieus, kom, laat",
    ),
];
