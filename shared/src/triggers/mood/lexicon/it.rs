//! Italian words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "domanda stupida|sciocca, sono ~ stupido|stupida|scemo|scema|idiota|imbranato|negato, che stupido|scemo sono,
        non ho|c|c'e fretta, senza fretta, non e urgente, niente fretta,
        numero|taglia|colore|indirizzo|prodotto|password sbagliato|sbagliata, non niente male, mica male, da paura,
        cattivo tempo|odore, bidone della, cestino|sacco spazzatura, ho sbagliato",
    ),
    Group(
        Feel,
        70,
        "furioso, furiosa, arrabbiato, arrabbiata, incazzato, incazzata, indignato, indignata, infuriato, infuriata,
        stufo, stufa, irritato, irritata, frustrato, frustrata, seccato, seccata, rabbia, esasperato, esasperata,
        adirato, imbestialito, incavolato, incavolata, nervoso, innervosito, scocciato",
    ),
    Group(
        Feel,
        40,
        "deluso, delusa, insoddisfatto, insoddisfatta, scontento, scontenta, delusione, dispiaciuto, truffato,
        truffata",
    ),
    Group(
        Judge,
        65,
        "ridicolo, ridicola, inaccettabile, vergognoso, vergognosa, vergogna, pessimo, pessima, orribile, terribile,
        patetico, patetica, schifo, schifoso, schifosa, scandaloso, scandalo, intollerabile, inammissibile, assurdo,
        assurda, truffa, truffatori, ladri, ladro, bugiardi, bugiardo, bugie, inutile, inutili, incompetente,
        incompetenti, incompetenza, insopportabile, irritante, odio, detesto, fregatura, disastro, disastroso,
        peggiore, peggio, indecente, vergognatevi, vergognati, imbarazzante, penoso, penosa, osceno, ignobile,
        buffonata, indegno, allucinante, incapaci, incapace, barzelletta, robaccia, porcheria, spazzatura, monnezza,
        maleducato, maleducati",
    ),
    Group(
        Judge,
        40,
        "brutto, brutta, cattivo, male, sbagliato, deludente, ingiusto, lento, scarso, scarsa, noioso, fastidioso,
        scomodo, sciocchezze, strano, assurdita",
    ),
    Group(
        Swear,
        65,
        "cazzo, cazzi, cazzata, cazzate, merda, merdoso, merdosa, fottuto, fottuta, fottuti, fottiti, porca, porco,
        puttana, puttanata, minchia, cavolo, diamine, maledetto, maledetta, maledetti, vaffanculo, vaffa, affanculo,
        fanculo, dannato, dannata, culo, palle, coglionate, stracazzo, inculare, inculato, accidenti, cribbio,
        mannaggia, diocane, porcodio",
    ),
    Group(
        Slur,
        80,
        "idiota, idioti, imbecille, imbecilli, coglione, coglioni, stronzo, stronza, stronzi, stronze, deficiente,
        deficienti, cretino, cretina, cretini, bastardo, bastardi, bastarda, troia, puttane, zoccola, mongoloide,
        ritardato, ritardata, handicappato, pagliaccio, pagliacci, buffone, buffoni, scemo, scema, scemi, stupido,
        stupida, stupidi, pirla, minchione, cornuto, frocio, ricchione, asino, capra, somaro, fesso, fessi, cafone,
        farabutti, farabutto, delinquenti, mascalzoni, carogna, babbeo, demente, cerebroleso, rincoglionito,
        merdaccia, succhiacazzi, cagna, maiale, porci",
    ),
    Group(
        Slur,
        65,
        "tonto, tonta, ottuso, sciocco, sciocca, ignorante, ignoranti, tardo, inetto, inetti, scarsone",
    ),
    Group(
        Insult,
        80,
        "vai|andate|vattene|va ~ cagare|quel|inferno|diavolo|quel|fanculo|paese, vai a quel, figlio|figli|figlia di _
        puttana|troia|cane, chiudi|chiudete il|la|quella becco|bocca|fogna, stai|sta zitto|zitta, zitto, ti|vi odio,
        fai|fate|fa schifo|pena|cagare|ridere, sei|siete|e _
        stupido|stupida|inutile|inutili|idiota|idioti|scemo|ridicolo|ridicoli|incompetente|incompetenti|incapace|incapaci|ladri|patetico|pessimo|pessimi|orribile|deficiente|imbecille|spazzatura|merda|schifo|vergognosi|truffatori|brutto|scarso,
        non servi|serve|servite _ niente|nulla, non capisci|capite|sai _ niente|nulla|cazzo|mai|un,
        robot|bot|chatbot|assistente|macchina _ inutile|stupido|merda|idiota|schifo|cazzo|scemo,
        stupido|inutile|maledetto|fottuto|cazzo _ bot|robot|chatbot, bot|servizio|robot di merda|cazzo, testa|teste
        di cazzo|legno|minchia, pezzo|pezzi di merda, muori, crepa, crepate, succhiami, ciucciami, baciami il,
        vergognatevi, dovreste vergognarvi, ma vai, prendi|prendilo in, levati",
    ),
    Group(
        Anger,
        60,
        "aspetto|aspettando|attendo|attesa|aspettiamo da, da ~ @number|settimane|mesi|ore ~
        aspetto|attendo|settimane|mesi|ore|giorni, sono @number ~ settimane|mesi|ore|giorni|volte, da
        settimane|mesi|ore|giorni|secoli, e|per la @nth volta, @nth volta che, quante volte, quanto|per ~ ancora ~
        aspettare|devo, fino a quando, adesso|ora|e basta, basta cosi|con|adesso|ora, ne ho ~ abbastanza|piene, ne
        posso piu, non ne posso, ho le palle, le palle piene, sono ~ stufo|stufa|stanco|stanca, mi arrendo, ci
        rinuncio, rinuncio, perdita di tempo|soldi, perdere|perdendo|perso|perdo ~ tempo, mia pazienza, pazienza ~
        limite|finita|esaurita|persa, non e possibile, non ci credo, non ci posso, e|uno|state uno|scherzo ~
        scherzo|scherzando, state|stai scherzando, presa in giro, prendendo|prendere|prendete|prendi ~ in|per
        giro|culo, in giro, che schifo|vergogna|cazzo|merda|pena|disastro|palle, mancanza di rispetto, mai piu, e il
        colmo, il colmo, non e giusto|normal|accettabile|normale|ammissibile|serio, non ha senso,
        servizio|assistenza|esperienza ~ pessimo|pessima|orribile|schifo|penoso|scandaloso|inesistente|vergognoso,
        pessimo|pessima|orribile servizio|assistenza|esperienza, mi fa|fate|fanno|state
        incazzare|arrabbiare|impazzire|schifo, mi avete|hai stufato|rotto|stancato, mi state|stai ~
        prendendo|rubando|facendo, rotto|rompere|rotta le|il|i, per l amor, ridatemi|rendetemi|restituitemi, che
        razza di",
    ),
    Group(
        Anger,
        50,
        "ancora niente|nessuna|nessun|nulla, ancora non ~ funziona|risolto|risposto|rispondete, non ~ ancora ~
        funziona|risolto|risposto, continua|continuo|continuate a ~ non|ripetere|chiedere|dire|dirmi|darmi|mandarmi,
        nessuno ~ risponde|aiuta|risolve|sa|fa, nessuna risposta|soluzione|assistenza, senza risposta, non ~
        rispondete|rispondono|ascolti|ascoltate|aiuti|aiutate|risolvono, gia ~ detto|spiegato|scritto|risposto, l
        ho|ve|te ~ gia|detto, ancora una volta, di nuovo, sempre la|le|lo stessa|stesse|stesso, stessa
        risposta|cosa, non ~ aiuta|aiutato|serve|capisce|capisci|capite, non mi ascolti|stai|state|capisci, mio
        avvocato, vie|azioni legali, avvocato, denuncio|denuncia|denunciare, recensione negativa,
        smettila|smettetela di, perche ~ cosi|tanto, rivoglio, voglio ~ soldi, i miei soldi",
    ),
    Group(
        Urgent,
        70,
        "urgente, urgentemente, urgenza, immediatamente, immediato, emergenza, asap, al piu presto, prima possibile,
        subito, adesso, entro ~ @day|ore|sera|oggi|domani, entro, prima di|delle ~ @day|sera,
        volo|treno|aereo|matrimonio|riunione ~ parte|tra|fra|@day, tra|fra @number|un|una|poche|meno ~
        ore|minuti|ora|ora, scadenza, scade @day, mi serve ~ oggi|subito|ora|domani, ho bisogno ~ oggi|subito|ora,
        produzione|sito|server|sistema|negozio ~ fermo|ferma|giu|down|offline, non posso aspettare, piu in fretta,
        in fretta, sbrigatevi, sbrigati",
    ),
    Group(
        Curt,
        30,
        "sbagliato, basta, pronto, falso, allora, ebbene, boh, insomma",
    ),
];
