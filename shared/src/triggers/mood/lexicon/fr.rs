//! French words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "question bete|idiote|stupide, suis ~ bete|idiot|idiote|stupide|con|nul en|avec, je suis nul, pas
        urgent|presse|grave, rien d urgent, pas d urgence, pas pressee, mauvaise
        connexion|adresse|taille|couleur|reference|manipulation, mauvais numero|article|mot|temps|code|format, pas
        mal, pas mauvais, putain de bon, sac|carton|poubelle poubelle, poubelle de, merci infiniment, c est con de,
        ma faute, on attend ~ bebe",
    ),
    Group(
        Feel,
        70,
        "furieux, furieuse, enerve, enervee, colere, revolte, revoltee, excede, excedee, agace, agacee, exaspere,
        exasperee, frustre, frustree, remonte, remontee, indigne, indignee, outre, outree, scandalise, scandalisee,
        rage, enrage, enerves, fache, fachee, marre, saoule, gonfle, degoute, degoutee, enervant,
        m'enerve, blase",
    ),
    Group(
        Feel,
        40,
        "decu, decue, mecontent, mecontente, insatisfait, insatisfaite, deception, contrarie, contrariee, impatient,
        lasse",
    ),
    Group(
        Judge,
        65,
        "inadmissible, inacceptable, ridicule, honteux, honteuse, honte, scandaleux, scandaleuse, scandale,
        lamentable, pitoyable, deplorable, nul, nulle, nuls, nullissime, minable, horrible, affreux, affreuse,
        insupportable, inutile, inutiles, incompetent, incompetents, incompetence, incapable, incapables, arnaque,
        arnaqueur, arnaqueurs, escroc, escrocs, escroquerie, voleurs, voleur, menteurs, menteur, mensonge,
        mensonges, foutage, degueulasse, agacant, penible, absurde, aberrant, aberrante, catastrophe,
        catastrophique, inexcusable, intolerable, execrable, desastreux, desastreuse, insultant, irrespectueux,
        deteste, hais, haine, pire, foutaise, foutaises, moquerie, desastre, ecoeurant, ecoeurante, inadmissibles,
        hallucinant, grotesque, detestable, abject, mediocre, bidon, daube",
    ),
    Group(
        Judge,
        40,
        "mauvais, mauvaise, decevant, decevante, bordelique, triste, lent, faux, injuste, dommage,
        relou, chiant, chiante, embetant",
    ),
    Group(
        Swear,
        65,
        "putain, merde, merdes, merdique, merdiques, bordel, chier, chiotte, foutu, foutue, foutre, nique, niquer,
        niquez, merdier, couilles, purin, ptn, bordels, crotte, zut, fichtre, sacrebleu, tabarnak, tabarnac,
        calisse, esti, criss, crisse, maudit, maudite, fdp, ntm, tg",
    ),
    Group(
        Slur,
        80,
        "idiot, idiote, idiots, imbecile, imbeciles, connard, connards, connasse, conne, couillon, salaud, salauds,
        salope, salopard, salopards, enfoire, enfoires, encule, encules, abruti, abrutis, abrutie, cretin, cretins,
        cretine, debile, debiles, pute, putes, batard, batards, bouffon, bouffons, ordure, ordures, pourriture,
        crapule, andouille, cretinerie, mongol, mongole, attarde, attardee, gogol, blaireau,
        clown, charlatan, charlatans, raclure, branleur, branleurs, fumier, pedale, pede, tapette, tocard, guignol,
        guignols, boulet, cloporte, trouduc, poufiasse, grognasse, neuneu, bolosse, naze, nazes",
    ),
    Group(
        Slur,
        65,
        "stupide, stupides, bete, betes, sot, sotte, niais, niaise, ignare, ignorant, debilos, ane",
    ),
    Group(
        Insult,
        80,
        "ta gueule, ferme la|ta, fermez la, va te faire, allez vous faire, va|allez chier|crever|mourir|au|en|vous|te
        ~ diable|enfer|foutre|voir, va en enfer, je te|vous hais|deteste|emmerde, te|vous|t emmerde|emmerdes, casse
        toi, degage, degagez, degages, fils|fille de pute|chien, nique ta|ton|toi|tes, tu|t|vous|es _
        nul|nulle|nuls|con|conne|cons|bete|stupide|idiot|idiote|debile|inutile|inutiles|ridicule|incompetent|incompetents|incapable|incapables|moche|lourd|lourds|aveugle|aveugles|nazes|naze|voleurs|menteurs|escrocs|chiant|penible,
        tu|vous sers|servez a rien, sers|sert a rien, servez a rien, tu|vous _ comprends|comprenez rien|jamais, ne
        comprends rien, comprends|comprenez rien, robot|bot|chatbot|machine _
        stupide|inutile|debile|merde|nul|con|idiot|pourri, stupide|putain|foutu|sale _ robot|bot|machine|chatbot,
        pauvre con|type|cloche|idiot|nul, bande d|de
        idiots|cons|voleurs|incapables|escrocs|incompetents|nuls|branleurs|rigolos, espece d|de, suce ma|moi,
        mange|bouffe _ merde, creve, crevez, honte a|sur vous, vous devriez avoir",
    ),
    Group(
        Anger,
        60,
        "attends|attend|attendons depuis, depuis ~ @number|des|plus ~ semaines|mois|heures|jours, depuis
        des|longtemps semaines|mois|heures|lustres, attendre ~ semaines|mois|heures, cela|ca fait ~
        semaines|mois|heures|jours|@number|fois, la|ma|@number @nth fois, @nth fois que, combien de fois|temps ~
        encore|dois|faut|vais, jusqu a quand, ca suffit, cela suffit, j en ai|peux, en ai marre|assez, n en peux
        plus, ras le bol, plein le|les dos|cul|couilles|bol, y en a marre, j abandonne, je laisse tomber, perte de
        temps, perdre|perds|perdu|perdez|fait ~ temps, patience a|est, ma patience, a bout, de la patience, c est ~
        blague|plaisanterie|honteux, une blague, vous plaisantez, vous ~ moquez|foutez|rigolez|fichez, te
        moques|fous, se moque|fout|moquer|foutre ~ de|du, foutez ~ gueule, du foutage, n importe quoi, inadmissible,
        plus jamais, jamais plus, pas acceptable|normal|serieux|possible|admissible|juste, sur les nerfs,
        tapez|tape|taper sur, me rend|rends fou|folle|dingue, m
        enerve|agace|exaspere|saoule|soule|gonfle|revolte|degoute, me saoule|gonfle|degoute|fatigue, quelle
        honte|blague|arnaque|merde|horreur|incompetence|bande, c est quoi ce|ces|cette, service ~
        nul|deplorable|lamentable|catastrophique|client ~ nul|inexistant, tres|vraiment|extremement|franchement
        decu|decue|mecontent|mecontente|decevant|mauvais|enerve, manque de respect, pour rien, rembourser|rembourse
        immediatement, rendez|rends moi|mon, a quoi bon|sert|servez, c est du|un vol|scandale|foutage",
    ),
    Group(
        Anger,
        50,
        "toujours pas|rien|aucune|aucun|sans|en ~ attente, encore ~ rien|pas, encore une|et fois|encore, ne
        fonctionne|marche toujours pas, personne ne ~ repond|aide|sait|fait|rappelle, personne repond, aucune
        reponse|nouvelle|aide|solution, pas de reponse|nouvelles, sans|aucun reponse, deja ~
        dit|explique|repondu|demande, je vous|l ai ~ deja|dit, comme ~ deja dit, toujours la|le meme, la|les memes
        reponse|reponses, meme reponse, ne m aide|aidez|ecoute|ecoutez ~ pas, m aide|aidez pas, vous ne ~
        comprenez|repondez|lisez|servez|ecoutez, tu ne ~ comprends|reponds|lis|sers|ecoutes, comprends|comprenez ~
        pas ~ question|demande|probleme, tourne|tourner en rond, mon avocat, action en justice, en justice, mauvais
        avis, avis negatif, arretez|arrete de, pourquoi ~ si|autant|toujours, serieusement|serieux, je veux ~
        argent, mon argent, pas content|contente|contents|satisfait|satisfaite",
    ),
    Group(
        Urgent,
        70,
        "urgent, urgente, urgence, immediatement, d'urgence, asap, au plus vite, plus vite possible, des que
        possible, tout de suite, sans delai, avant|pour|d'ici|ici ~ @day, avant ce|la|demain|midi|vendredi,
        mon|notre vol|train|avion ~ part|dans|est|decolle|demain, dans @number|une|deux|quelques ~
        heures|minutes|heure, dans une heure, production|site|serveur|systeme|boutique ~ panne|plante|down|bas, en
        panne ~ production|site, besoin ~ aujourd'hui|maintenant|demain|soir, date limite, delai, expire @day|ce,
        plus le temps, pas le temps",
    ),
    Group(
        Curt,
        30,
        "faux, stop, allo, assez, quoi, enfin, serieux, bref",
    ),
];
