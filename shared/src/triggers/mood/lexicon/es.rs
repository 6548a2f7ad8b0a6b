//! Spanish words and phrases.

use super::Group;
use super::Kind::{Anger, Curt, Exempt, Feel, Insult, Judge, Slur, Swear, Urgent};

pub(super) const GROUPS: &[Group] = &[
    Group(
        Exempt,
        0,
        "pregunta tonta|estupida, soy ~ tonto|tonta|idiota|torpe, que tonto|tonta soy, no hay|tengo prisa, sin prisa,
        no es urgente, mala conexion|calidad|suerte, no esta|es mal, nada mal, me equivoque, de puta madre, puta
        madre, la hostia de bueno, numero|talla|color|pedido|articulo|contrasena|direccion
        equivocado|equivocada|incorrecto|incorrecta, perra embarazada|enferma, comida|correa|collar para perra,
        basura organica, carpeta|papelera basura, correo basura, un asco de",
    ),
    Group(
        Feel,
        70,
        "furioso, furiosa, enojado, enojada, enfadado, enfadada, cabreado, cabreada, indignado, indignada, harto,
        harta, hartos, encabronado, encabronada, molesto, molesta, frustrado, frustrada, enojo, rabia, bronca,
        irritado, irritada, enfurecido, hartazgo, indignante, colerico, exasperado, desesperado, desesperada,
        podrido, podrida, emputado",
    ),
    Group(
        Feel,
        40,
        "decepcionado, decepcionada, insatisfecho, insatisfecha, descontento, descontenta, disgustado, disgustada,
        decepcion, estafado, estafada",
    ),
    Group(
        Judge,
        65,
        "ridiculo, ridicula, inaceptable, vergonzoso, vergonzosa, verguenza, indignante, pesimo, pesima, pesimos,
        horrible, terrible, patetico, patetica, asqueroso, asquerosa, lamentable, intolerable, inadmisible,
        deplorable, nefasto, nefasta, estafa, estafadores, ladrones, mentirosos, mentiroso, mentira, mentiras,
        burla, tomadura, timo, inutil, inutiles, incompetente, incompetentes, insoportable, fastidioso, odio,
        detesto, porqueria, basura, chapuza, fraude, desastre, peor, asco, absurdo, indecente, desfachatez,
        sinverguenzas, sinverguenza, descaro, descarados, fatal, grosero, grosera, vergonzosamente, desvergonzados",
    ),
    Group(
        Judge,
        40,
        "malo, mala, malisimo, malisima, mal, feo, fastidio, molestia, incorrecto, lento, injusto, decepcionante,
        tonteria, tonterias",
    ),
    Group(
        Swear,
        65,
        "mierda, mierdas, joder, jodido, jodida, jodidos, jodan, jodete, cono, hostia, hostias, carajo, cojones,
        puta, putas, puto, putos, putada, pinche, chingada, chingado, chinga, verga, pendejada, pendejadas, maldito,
        maldita, malditos, malditas, cagada, cagado, mamada, mamadas, jodas, follador, follar, conchesumadre,
        concha, polla, culo, huevos, leches, nojoda, mrd, ctm, hdp, ptm",
    ),
    Group(
        Slur,
        80,
        "idiota, idiotas, imbecil, imbeciles, gilipollas, cabron, cabrona, cabrones, pendejo, pendeja, pendejos,
        estupido, estupida, estupidos, hijueputa, hijoputa, malparido, malparida, gonorrea, boludo, pelotudo,
        pelotuda, tarado, tarada, retrasado, retrasada, subnormal, mongolo, maricon, marica, bastardo, bastarda,
        perra, zorra, guarra, capullo, mamon, culero, culera, mamaguevo, mamahuevo, payaso, payasos, cretino,
        cretina, huevon, weon, aweonao, zoquete, burro, burra, desgraciado, desgraciada, escoria, anormal, memo,
        lerdo, cenutrio, soplapollas, baboso, menso, mensa, pajero, forro, sorete, cerdo, cerda, chupapollas,
        chupamela, chupala, mamalo, mamala",
    ),
    Group(
        Slur,
        65,
        "tonto, tonta, tontos, torpe, bobo, boba, necio, necia, bruto, ignorante, lela, tontin, zopenco, inepto,
        inepta, ineptos",
    ),
    Group(
        Insult,
        80,
        "vete|vayanse|vayase|andate|iros ~ mierda|carajo|infierno|verga|diablo|cagar|joder, a la
        mierda|chingada|verga, al carajo, que te jodan|den|follen|calles|mueras|pudras, jodete, chinga tu, tu puta
        madre, hijo|hija|hijos de puta|perra|su|la|mil|tu, hijos|hijo de la chingada, callate, callese, callate la
        boca, cierra _ pico|boca|hocico, te|los|os odio, odio a este|esta bot|chat, eres|sois|son|es _
        tonto|tonta|estupido|estupida|inutil|idiota|basura|mierda|asco|horrible|malo|malisimo|pesimo|patetico|retrasado|imbecil|incompetente|incompetentes|ladrones|ridiculo|feo|lento,
        apestas, apesta, apestan, das|dan|da asco|pena|verguenza, no sirves|sirve|sirven _ nada, no
        entiendes|entiende|entienden nada|una|ni, no sabes nada, besame|chupame|lameme|comeme el|la|los _
        culo|polla|huevos|trasero, chupame, besame, mamame, chupa mi, me cago en, comete, espero _
        mueras|muera|pudras|mueran, muerete, muere, puto|maldito|jodido|estupido|pinche|inutil bot|robot|chat,
        bot|robot|chatbot|maquina _ inutil|estupido|mierda|basura|tonto|idiota, matate, suicidate, mata a tu,
        pudrete, largate, pirate, sexo, pornografia, porno, suicidarse",
    ),
    Group(
        Anger,
        60,
        "llevo|llevamos ~ esperando|sin, esperando ~ desde|hace|mas|@number|semanas|meses|dias|horas, espero ~ hace
        @number, hace @number|ya|mas ~ semanas|meses|horas, por|es la @nth vez, @nth vez que, @number veces ya,
        cuantas veces, cuanto ~ tiempo|mas ~ tengo|debo|hay|esperar, hasta cuando, ya basta, basta ya, es
        suficiente, estoy ~ harto|harta|cansado|cansada, hasta ~
        narices|cojones|huevos|gorro|coronilla|madre|polla|mono, me rindo, perdida de tiempo|dinero,
        perder|perdiendo|pierdo|perdi ~ tiempo, mi paciencia, paciencia ~ limite|acaba, no puede ser, no me lo
        puedo, no lo puedo creer, es una broma, estan|estas de broma, de|en broma, tomando|tomar el pelo, me
        estan|estas|esta tomando|jodiendo|cargando|estafando|robando|vacilando, se rien|burlan, que
        verguenza|asco|mierda|desastre|basura|carajo|cono|porqueria|poca, falta de respeto, nunca mas, no
        vuelvo|volvere a, es el colmo, el colmo, no es justo|normal|aceptable, no tiene sentido, mal|pesimo|pesima
        servicio|atencion|experiencia, mala|pesima|horrible atencion|experiencia, me tiene|tienen harto|harta,
        saca|sacan|sacando de quicio, de quicio, me cabrea|enoja|enfada|indigna|molesta|revienta|fastidia, vaya
        mierda|basura|desastre|servicio, por el amor de dios, me robaron mi dinero, devuelvanme|devuelvan|devolvedme
        mi|el",
    ),
    Group(
        Anger,
        50,
        "sigue|siguen|sigo sin
        funcionar|respuesta|llegar|recibir|resolver|solucion|tener|resolverse|poder|contestar|responder|saber,
        todavia|aun no ~ funciona|responden|resuelven|solucionan|contestan, nadie ~
        responde|contesta|ayuda|atiende|hace|sabe|resuelve, no ~
        responden|contestan|hacen|resuelven|ayudan|escuchan|escuchas|ayudas, ninguna respuesta, sin respuesta, ya ~
        dije|he dicho|explique|lo, ya se|os|te|les lo|he|dije|explique, otra vez|nuevamente lo mismo, lo mismo,
        siempre lo|es mismo|misma, otra vez, no me ayuda|ayudas|sirve|entiendes|estas, no estas
        ayudando|entendiendo, no entiendes, no entiende, deja de repetir, mi abogado, acciones legales,
        denunciar|denunciare|denuncia, mala resena, por que ~ tanto|tarda, que les pasa, para que pago, quiero ~
        dinero de vuelta, quiero mi dinero, no sirve ~ nada, de nada sirve, una solucion ya",
    ),
    Group(
        Urgent,
        70,
        "urgente, urgentemente, urgencia, inmediatamente, inmediato, emergencia, cuanto antes, lo antes posible,
        antes posible, ya mismo, ahora mismo, para|antes ~ @day, antes de ~ @day, antes del, @event ~ sale|es ~
        en|@day, en ~ @number ~ horas|minutos, dentro de @number|unas ~ horas|minutos, en|menos|de ~ una hora,
        plazo, caido|caida ~ produccion|sistema|pagina, produccion|sistema|pagina|web|servidor|tienda ~ caido|caida,
        necesito ~ hoy|ya|ahora, vence|caduca @day, de inmediato, apurense, apurate, rapido ~ favor",
    ),
    Group(
        Curt,
        30,
        "mal, incorrecto, basta, hola, falso, mentira, obvio",
    ),
];
