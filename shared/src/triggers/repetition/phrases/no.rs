//! "No" and what may follow it, "yes", and requests to confirm, in all languages.

use crate::triggers::repetition::reaction::No::{self, Agrees, Asks, Confirms, Declines, Opens};

/// Every phrase with what it does.
pub(crate) fn no() -> impl Iterator<Item = (No, &'static str)> {
    [
        (Opens, OPENS),
        (Declines, DECLINES),
        (Agrees, AGREES),
        (Confirms, CONFIRMS),
        (Asks, ASKS),
    ]
    .into_iter()
    .flat_map(|(what, phrases)| phrases.iter().map(move |phrase| (what, *phrase)))
}

/// In Spanish, Portuguese, French and Polish the word also negates a verb: there it must stand alone.
const OPENS: &[&str] = &[
    "^^ oh|um|uh|ah|hmm|sorry|wait|well|actually|ni|hold? no|nope|nah|nein|nee|non|nao|nie|na|noe no|no|nein|nie|nee|wait|sorry? $",
    "^^ um|uh|ah|sorry|wait|well|actually? no|nope|nah i|it|this|that|make|change|please|just|the|for|we|not|only|book|actually|play|look|get|my|you|on|at|\
     cast|find|set|use|schedule|search|try|can|could|wait|instead|he|she|they",
    "^^ nein|nee|nope|nah",
    "^^ no|no io|il|lo|un|una|ho|vorrei|voglio|intendevo|volevo|era|quello|quella|la|l",
    "^^ non|non je|j|c|celui|celle|pas|plutot|le|la|mais|pour",
    "^^ oh|no|um|uh|sorry|wait? actually",
    "^ actually i|we|it|that|make|can|could|play|my|let|change|the",
    "^^ sorry|wait $",
    "^^ wait|sorry please|i|it|can|could|would|make|play|change|my|the",
    "^ nevermind i|we|make|just|it",
    "^ never mind i|we|make|just|it",
];

const DECLINES: &[&str] = &[
    "^ no|nope|nah|nein|nee|non|nao|nie? thanks|thank|thx|ty|cheers|gracias|danke|merci|obrigado|obrigada|grazie|bedankt|dank|dziekuje|dzieki",
    "^ actually? that|this|it is|will|would|does be|do|for? all|it|fine|ok|okay|good|great|perfect|everything|enough|correct|right|now",
    "^ no|nope|nah|that all? problem|worries|need|idea|way|matter|one|more|longer|rush|hurry|clue|doubt|question|questions|issue|wonder|reason|comment",
    "^ actually? i|we am|are|will be? good|fine|ok|okay|done|all|set|pass|not|sure|still",
    "^ all|everything is? good|set|fine|ok|done|great|clear",
    "^ nothing|nada|nichts|rien|niente|nulla|nic|niks|niets",
    "^ not really|yet|now|today|at|necessary|needed|anymore|for|that",
    "^ actually? i|we|it|they|he|she|there|this do|does|did|have|has|had|am|is|are|was|were|can|could|will|would|should not|never|nothing|no|still|none",
    "^ no? i|we|it|there never|cannot|still|have",
    "^ maybe|perhaps|later|because|but|and|how|what|where|when|why|who|which|do|does|did|is|are|one|another|also|yes|quick",
    "^ actually|sorry|wait|no a|one|another|also|yes|quick|how|what|where|when|why|who|which|do|does|did|is|are|thanks|that|never|bye|to|for|about",
    "^ actually? i have|had|got|forgot a|one|another|also|two|some|to",
    "^ actually? i need|want|would like? to? help|ask|know|talk|speak|someone|human|person|assistance",
    "^ actually i need|want|would like? to? a human|person|agent",
    "^ can|could|would|please|actually|sorry|wait you|i|we|can|could|please? please|you|i? tell|help|explain|show|ask|know|answer|talk|speak|give",
    "^ never|mind|bye|goodbye|hello|hi|hold",
    "^ my mistake|fault|bad",
    "^ eso|es|asi|todo|esta bien|todo|es|esta",
    "^ das|es|alles war|ist|gut|passt|klar|ok alles|gut|ok|klar?",
    "^ ich|wir|es|das * nicht|kein|keine|keinen|noch",
    "^ aber|und|wie|was|wann|wo|warum|pero|y|como|cuando|mais|et|comment|quand|mas|e|quando|ma|ale|czy|jak|kiedy|maar|en|hoe|wanneer",
    "^ no|non|nao|nie|je|il|ca|c|ik|het|dat _ _? pas|niet|geen",
    "^ no|non|nao|nie|je|ik tengo|ho|e|mi|tenho|mam|funziona|funciona|dziala|ricordo",
    "^ c|ca|tout est|ira|va bien|bon|tout|fini|parfait",
    "^ dat is|was alles|goed|het",
    "^ va|tutto|basta|wszystko|to bene|bem|bien|bene|ok|w|wszystko|porzadku?",
];

const AGREES: &[&str] = &[
    "^^ ok|okay|oh|well|and|alright? yes|yeah|yep|yup|ya|yea|ye|sure|ok|okay|correct|right|perfect|great|confirmed|confirm|exactly|absolutely|fine|alright|\
     good|very|awesome|indeed|certainly|definitely|finally|si|ja|oui|sim|tak|claro|genau|richtig|vale|certo|esatto|juist|dokladnie|stimmt|passt",
    "^^ sounds|looks|seems",
    "^^ that|it|this|all|everything * good|great|correct|right|perfect|fine|works|work|ok|okay|it|well|ideal|nice|confirmed|wonderful|sounds|valid",
    "^ thank|thanks|gracias|danke|merci|obrigado|obrigada|grazie|bedankt|dziekuje you|for|so? much|very|that? $$",
    "^^ you nailed|got",
    "^^ got it",
    "^^ go ahead",
    "^^ please do",
];

const CONFIRMS: &[&str] = &[
    "confirm|verify",
    "correct|right|okay|ok|richtig|korrekt|correcto|correct|certo|corretto|juist|dobrze|zgadza $$",
    "is|are that|this|everything|these|all|following * correct|right|ok|okay|fine|good|what",
    "is the? following|below",
    "^ so? you would|want|wanted|need|wish like?",
    "confirming|proceed",
    "shall|should i|we",
    "do|would|did you * want|like|mean me|to?",
    "soll|sollen|darf ich|wir",
    "stimmt|passt das|alles|es|so",
    "quieres|quiere|desea|deseas que",
    "es|esta correcto|todo|bien correcto|bien?",
    "confirma|confirmas|confirmar|confirmez|confirmer|confermi|conferma|bestatigen|bevestigen|potwierdz|potwierdzam|potwierdzic",
    "voulez|veux vous|tu * que",
    "c|est est? bien|correct|exact",
    "klopt dat|dit|het|alles",
    "zal|moet ik",
    "czy to|wszystko sie|jest? zgadza|poprawne|dobrze",
];

const ASKS: &[&str] = &[
    "anything|something else|more",
    "do|did|have|had|are|were|can you|your",
    "is|are|was|were there|it|the|your|this",
    "does|did|has|have that|this|it|the|your",
    "can|may|could i|we * help|assist",
    "haben|hatten|sind|konnen|nutzen|verwenden|gibt|ist sie|es|das|ihr",
    "hast|bist|kannst|nutzt du",
    "algo|alguna|otra mas|cosa|otra",
    "tiene|tienes|ha|has|hay|esta|usa|usas",
    "tem|voce|usa|ja|mais tem|ja|usa|alguma|algo",
    "avez|etes|utilisez|as|es vous|tu",
    "autre chose",
    "ha|hai|sei|usa|usi|c gia|gia|un|una|e|il",
    "altro|altra|altre cosa|domanda|posso",
    "hebt|heeft|bent|kunt|gebruikt u|je",
    "heb|ben|kun|gebruik je",
    "nog iets",
    "czy ma|masz|jest|sa|uzywa|uzywasz|moge|mozesz|probowal|probowales",
];
