//! Portuguese words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "pergunta boba|burra|idiota|estupida, sou ~ burro|burra|idiota|tonto, sem pressa, nao tenho|ha|tem pressa,
        nao e urgente, ma conexao|qualidade, senha|numero|tamanho|cor|endereco|produto errado|errada, nada mal, nao
        e|esta mau|ruim, do caralho, do cacete, puta legal, foda demais, caixa|lixo de lixo, lixo
        eletronico|organico",
    ),
    Group(
        Feel,
        70,
        "furioso, furiosa, irritado, irritada, zangado, zangada, indignado, indignada, revoltado, revoltada, puto,
        puta, frustrado, frustrada, raiva, enfurecido, chateada, chateado, farto, farta, aborrecido, aborrecida,
        odio, possesso, irado, irada",
    ),
    Group(
        Feel,
        40,
        "decepcionado, decepcionada, insatisfeito, insatisfeita, descontente, desapontado, desapontada, decepcao,
        enganado, enganada",
    ),
    Group(
        Judge,
        65,
        "ridiculo, ridicula, inaceitavel, vergonhoso, vergonhosa, vergonha, pessimo, pessima, pessimos, horrivel,
        terrivel, patetico, patetica, lamentavel, intoleravel, inadmissivel, absurdo, absurda, golpe, golpistas,
        ladroes, ladrao, mentirosos, mentiroso, mentira, enganacao, palhacada, piada, inutil, inuteis, incompetente,
        incompetentes, incompetencia, insuportavel, irritante, odeio, detesto, porcaria, lixo, fraude, desastre,
        pior, nojento, nojo, descaso, desrespeito, roubo, estelionato, sacanagem, safadeza, calote, caloteiros,
        deploravel, trambique, burla, aldraboes, vigaristas, vigarice, desprezivel, ultrajante, revoltante,
        indignante, deprimente",
    ),
    Group(
        Judge,
        40,
        "ruim, mau, mal, chato, chata, errado, errada, decepcionante, injusto, lento, demora, besteira, feio, triste",
    ),
    Group(
        Swear,
        65,
        "merda, merdas, porra, caralho, caralhos, cacete, fodase, foda, fodam, fodido, fodida, foder, puta, putaria,
        bosta, cu, cagada, droga, maldito, maldita, malditos, inferno, raios, pqp, krl, fdp, vsf, vtnc, crl, caraca,
        bosta, pica, rola, diabo, desgraca",
    ),
    Group(
        Slur,
        80,
        "idiota, idiotas, imbecil, imbecis, burro, burra, burros, estupido, estupida, estupidos, otario, otaria,
        otarios, babaca, babacas, cretino, cretina, retardado, retardada, mongol, palhaco, palhacos, desgracado,
        desgracada, cuzao, arrombado, arrombada, viado, corno, corna, vagabundo, vagabunda, vagabundos, canalha,
        canalhas, safado, safada, safados, cabrao, cabroes, parvo, parva, parvos, anta, jumento, trouxa, debil,
        lixoso, piranha, puta, filhodaputa, escroto, escrota, energumeno, pilantra, pilantras, bicha, panaca,
        otarios, bosta, nojenta, paspalho, pateta",
    ),
    Group(
        Slur,
        65,
        "tonto, tonta, bobo, boba, tolo, tola, ignorante, tapado, tapada, lerdo, lerda, inepto",
    ),
    Group(
        Insult,
        80,
        "vai|va|vao ~ merda|foder|caralho|cu|inferno|puta|catar|fode|lixar|tomar, vai se ferrar|foder|danar, te fode,
        foda se, filho|filha|filhos da|de _ puta|mae, cala|calem|cale a|boca, cala te, te|vos|voces odeio, odeio
        voce|voces|vc|te|esse|este, voce|vc|tu|voces|es|sois|sao _
        burro|burra|inutil|inuteis|idiota|idiotas|estupido|ridiculo|ridiculos|lixo|merda|bosta|horrivel|pessimo|pessimos|incompetente|incompetentes|ladroes|tonto|chato|patetico|irritante|ruim,
        nao serve|serves|servem _ nada, nao entende|entendes|entendem nada, nao sabe|sabes|sabem nada,
        robo|bot|chatbot|assistente|maquina _ inutil|burro|burra|idiota|estupido|merda|lixo|bosta|porcaria,
        maldito|estupido|inutil|idiota robo|bot, morre, morra, chupa meu|minha, some daqui, vergonha|vergonhosos
        voces, tomara que, seu|sua|seus idiota|burro|burra|inutil|lixo|merda|bosta|imbecil|otario|ladroes|palhaco,
        va te",
    ),
    Group(
        Anger,
        60,
        "estou|estamos|to ~ esperando|espera|aguardando ~ ha|faz|desde|@number|semanas|meses|dias|horas,
        esperando|espero|aguardando|aguardo|espera ~ ha|faz|desde|mais ~ @number|semanas|meses|dias|horas|muito,
        ha|faz|mais @number|mais|varias|varios|de ~ semanas|meses|horas, pela|e|a @nth vez, @nth vez que, quantas
        vezes, quanto tempo mais|ainda, ate quando, ja chega, chega disso|de, basta, de saco cheio, saco cheio,
        farto|farta|cansado|cansada de|disso|disto, estou ~ farto|farta|cansado|cansada|puto, desisto, perda de
        tempo|dinheiro, perder|perdendo|perdi|perco ~ tempo, minha paciencia, paciencia ~ acabou|limite|esgotou, nao
        e possivel, nao pode ser, nao acredito, e|isso brincadeira, so pode ser, estao|esta|ta de|a ~
        brincadeira|gozar|brincar|zoando|sacanagem, que
        vergonha|absurdo|merda|lixo|palhacada|porcaria|descaso|droga|bosta, falta de respeito, nunca mais, e o
        cumulo, nao e justo|normal|aceitavel|admissivel, nao faz sentido, pessimo|pessima|mau|horrivel
        atendimento|servico|experiencia|suporte, atendimento ~ pessimo|horrivel|ruim|lixo, me deixa|deixam
        louco|louca|irritado|puto, tirar|tira ~ serio, me irrita, pelo amor de, devolvam|devolva meu|o",
    ),
    Group(
        Anger,
        50,
        "ainda|continua|continuo|segue nao|sem ~
        funciona|funcionar|resolveram|resolvido|resposta|resolver|responderam|foi, ainda sem|nao ~
        resposta|funciona|resolveram|responderam, ninguem ~ responde|ajuda|resolve|atende|faz|sabe|liga, nenhuma
        resposta|solucao, sem resposta|solucao, nao ~ respondem|resolvem|ajudam|ouvem|escutam|resolve ~ nada, ja ~
        disse|falei|expliquei|respondi, de novo, outra vez, mesma resposta|coisa|historia, sempre a mesma, nao ~
        ajuda|ajudou|adianta|adiantou, nao entendeu|entende|entendes, pare|para de repetir|mandar, meu advogado,
        acao judicial, procon, reclame aqui, processar voces|a, vou denunciar|processar, livro de reclamacoes, por
        que|porque demora|tanto, quero meu|o dinheiro, meu dinheiro de",
    ),
    Group(
        Urgent,
        70,
        "urgente, urgentemente, urgencia, imediatamente, imediato, emergencia, asap, quanto antes, mais rapido
        possivel, o mais rapido, agora mesmo, para|ate|antes ~ @day, antes de ~ @day,
        voo|trem|comboio|aviao|casamento|reuniao ~ sai|em|@day|parte|daqui, em|daqui ~ @number|uma|poucas ~
        horas|minutos|hora, prazo, preciso ~ hoje|agora|ja|amanha, producao|site|sistema|servidor|loja ~
        ar|caiu|parado|parada, fora do ar, de imediato, vence|expira @day, nao posso esperar, ja ja",
    ),
    Group(
        Curt,
        30,
        "errado, basta, oi, falso, para, mentira, alo, chega",
    ),
];
