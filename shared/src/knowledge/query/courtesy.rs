//! "Thanks, that helps", "good morning", "bye": words that ask for nothing. No page is quoted for them and nobody is
//! offered; a fitting sentence answers. As soon as a word says anything else, the message is a question like any other.

use std::{collections::HashMap, sync::LazyLock};

use crate::text::{fold, words};

/// A longer message says something of its own.
const LONGEST: usize = 10;

/// What a courtesy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Courtesy {
    /// "Hello", "how are you?", "you're welcome".
    Greeting,
    /// "Thanks", "great", "got it", "it works now".
    Thanks,
    /// "Bye", "have a nice day".
    Farewell,
}

/// What kind of courtesy the text is, if it is nothing else.
pub fn courtesy(text: &str) -> Option<Courtesy> {
    let folded = fold(text);
    let said: Vec<&str> = words(&folded).collect();
    if said.len() > LONGEST {
        return None;
    }
    let asks = text.contains(['?', '？']);
    let (mut kind, mut rest) = (None, said.as_slice());
    // What only goes along ("help", "it", "now") is no courtesy by itself: then there is no kind at the end.
    while let [word, after @ ..] = rest {
        if let Some((phrase, left)) = phrase(rest) {
            (kind, rest) = (kind.max(Some(phrase)), left);
            continue;
        }
        // "Great?", "this works?": doubt, not praise. Only a phrase is a courtesy with a question mark.
        kind = match of(word) {
            Some(meant) if !asks || meant == Courtesy::Greeting => kind.max(Some(meant)),
            None if TABLES.words.contains_key(word) => kind,
            _ => return None,
        };
        rest = after;
    }
    kind
}

/// What a word is alone.
fn of(word: &str) -> Option<Courtesy> {
    TABLES.words.get(word).copied().flatten()
}

/// The phrase that the words begin with, and what follows it.
fn phrase<'a, 'b>(said: &'a [&'b str]) -> Option<(Courtesy, &'a [&'b str])> {
    let phrases = TABLES.phrases.get(said.first()?)?;
    let (kind, phrase) = phrases.iter().find(|(_, phrase)| said.starts_with(phrase))?;
    Some((*kind, &said[phrase.len()..]))
}

struct Tables {
    /// Single words: what they are, none for those that only go along.
    words: HashMap<&'static str, Option<Courtesy>>,
    /// By their first word.
    phrases: HashMap<&'static str, Vec<(Courtesy, Vec<&'static str>)>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let words = [
        (ALONG, None),
        (HELLO, Some(Courtesy::Greeting)),
        (THANKS, Some(Courtesy::Thanks)),
        (BYE, Some(Courtesy::Farewell)),
    ];
    let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
    for (kind, phrase) in PHRASES
        .iter()
        .flat_map(|(kind, phrases)| phrases.split('|').map(|phrase| (*kind, phrase)))
    {
        let words: Vec<_> = phrase.split(' ').collect();
        phrases.entry(words[0]).or_default().push((kind, words));
    }
    Tables {
        words: words
            .into_iter()
            .flat_map(|(list, kind)| list.split(' ').map(move |word| (word, kind)))
            .collect(),
        phrases,
    }
});

/// Words that are a courtesy only together. Folded, in the languages Baton speaks; a phrase before those it begins with.
#[rustfmt::skip] // one language a row
const PHRASES: &[(Courtesy, &str)] = &[
    (Courtesy::Greeting, "how are you doing|how are you|how r u|how is it going|how's it going|what's up|you're welcome|you are welcome|no problem|no worries|nice to meet you"),
    (Courtesy::Greeting, "como esta usted|como estas|como esta|que tal|de nada|todo bien|buenos dias|buenas tardes|buenas noches"),
    (Courtesy::Greeting, "wie geht es dir|wie geht es ihnen|wie geht's dir|wie geht's ihnen|wie geht's|wie gehts|guten morgen|guten tag|guten abend|gruss gott|kein problem|gern geschehen"),
    (Courtesy::Greeting, "comment allez vous|comment vas tu|comment ca va|ca va|de rien|je vous en prie|pas de probleme"),
    (Courtesy::Greeting, "como vai voce|como vai|tudo bem|tudo bom|bom dia|boa tarde|boa noite|sem problema"),
    (Courtesy::Greeting, "come stai|come sta|come va|buon giorno|buona sera|non c'e di che|nessun problema"),
    (Courtesy::Greeting, "hoe gaat het met u|hoe gaat het met je|hoe gaat het|hoe gaat t|alles goed|graag gedaan|geen probleem|geen dank"),
    (Courtesy::Greeting, "jak sie masz|co slychac|dzien dobry|dobry wieczor|nie ma za co|nie ma problemu"),
    (Courtesy::Farewell, "have a nice day|have a great day|have a good day|have a good one|see you later|see you|see ya|talk to you later|good night|take care"),
    (Courtesy::Farewell, "hasta luego|hasta pronto|buen dia|feliz dia|auf wiedersehen|schonen tag noch|schonen tag|schonen abend|bis bald|bis dann|mach's gut"),
    (Courtesy::Farewell, "au revoir|bonne journee|bonne soiree|a bientot|ate logo|ate mais|bom fim de semana|buona giornata|a presto"),
    (Courtesy::Farewell, "tot ziens|fijne dag nog|fijne dag|do widzenia|milego dnia|do zobaczenia"),
    (Courtesy::Thanks, "no thank you|no thanks|thank you|thank u|got it|makes sense|good to know|good job|well done|i see|will do|that's all|that is all|that's it|that was it|no that's all|all good|all set|all clear|that's right|very kind|no more questions|no further questions"),
    (Courtesy::Thanks, "no gracias|muy amable|muy bien|ya esta|eso es todo|nada mas|me sirve|me ha servido|esta bien"),
    (Courtesy::Thanks, "nein danke|vielen dank|danke schon|danke sehr|alles klar|das war's|das wars|das war alles|sehr gut|sehr nett|das hilft mir|hat geholfen|passt so|hab's verstanden|habe verstanden"),
    (Courtesy::Thanks, "non merci|merci beaucoup|merci bien|c'est bon|c'est parfait|c'est tout|tres bien|d'accord|j'ai compris|ca marche|ca m'aide|je vois"),
    (Courtesy::Thanks, "nao obrigado|nao obrigada|muito obrigado|muito obrigada|muito bem|e so isso|era so isso|esta bom|ta bom|ja entendi"),
    (Courtesy::Thanks, "no grazie|grazie mille|molte grazie|va bene|ho capito|tutto chiaro|e tutto|molto gentile|molto bene|tutto a posto"),
    (Courtesy::Thanks, "nee dank je|nee bedankt|dank u wel|dank je wel|dank u|dank je|hartelijk dank|heel erg bedankt|dat was het|dat was alles|heel goed|komt goed"),
    (Courtesy::Thanks, "nie dziekuje|bardzo dziekuje|dziekuje bardzo|dzieki wielkie|wszystko jasne|to wszystko|bardzo dobrze|w porzadku"),
];

/// Folded, in the languages Baton speaks.
const HELLO: &str = "aloha bonjour bonsoir buonasera buongiorno ciao czesc goedemiddag goedemorgen goedenavond greetings \
    hallo hei hej hello hey heya hi hiya hoi hola howdy moin morning oi ola prego salut salve servus siema \
    witaj witam yo";
/// See [`HELLO`].
const THANKS: &str = "agradezco amazing awesome bedankt bravo brilliant chapeau cheers claro clear compris cool danke \
    dankeschon dzieki dziekuje entendi entendido excelente excellent fantastic fantastico fantastisch genial \
    geniale gracias grazie great helped helpful helps hilfreich jasne lovely merci mersi nice obrigada \
    obrigadao obrigado otimo ottimo parfait perfect perfecto perfeito perfekt perfetto prima rozumiem sorted \
    super superbe sweet swietnie ta thank thanks thankyou thanx thx toll top ty tysm understood valeu \
    verstanden wonderful worked works wow wunderbar yay";
/// See [`HELLO`].
const BYE: &str = "adeus adieu adios arrivederci bye byebye chao chau cya doei farewell goodbye goodnight nara pa tchau \
    tschau tschuss tschussi";
/// May go along with any of them and are none alone.
const ALONG: &str = "a again ah all alles also and answer ao assistant bardzo baton beaucoup bien bot ca cordialmente das dat \
    de everyone everything for from good guys hat heel help het hilfe i info information is it it's its just \
    k la lot lots me mir much muchas mucho muito muy now oh ok okay okey oki perfectly por pour quick really \
    sehr so su team that that's the there these this to today tout tres tu tutto very was well y yes you \
    your";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_folded_as_messages_are() {
        let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.split('|'));
        let listed = [HELLO, THANKS, BYE, ALONG]
            .into_iter()
            .flat_map(|list| list.split(' '));
        for said in phrases.chain(listed) {
            let folded = fold(said);
            assert_eq!(words(&folded).collect::<Vec<_>>().join(" "), said);
        }
    }

    #[test]
    fn a_courtesy_is_heard_in_every_language() {
        use Courtesy::{Farewell, Greeting, Thanks};
        for (kind, said) in [
            (
                Thanks,
                "thanks, that helps|Thank you so much!|thanks, great|ok got it|perfect|Great, it works now|\
                 understood, cheers|no, thank you|very helpful, thanks|thx|ok thanks for the help|I see|that's all",
            ),
            (
                Thanks,
                "muchas gracias|perfecto, gracias|vielen Dank|Danke, das hilft mir|super, danke!|alles klar|merci beaucoup|\
                 c'est parfait, merci|muito obrigado|ótimo|grazie mille|va bene, grazie|dank u wel|bedankt!|dziękuję bardzo|świetnie",
            ),
            (
                Greeting,
                "hi|Hello there|good morning|how are you?|hi, how are you doing today?|you're welcome|hola, ¿qué tal?|\
                 guten Morgen|Wie geht es Ihnen?|bonjour|ça va ?|bom dia, tudo bem?|buongiorno|hoe gaat het?|dzień dobry|cześć",
            ),
            (
                Farewell,
                "bye|thanks, bye!|have a nice day|ok, see you later|adiós|tschüss|auf Wiedersehen|au revoir|tchau|\
                 arrivederci|tot ziens|do widzenia",
            ),
        ] {
            for said in said.split('|') {
                assert_eq!(courtesy(said), Some(kind), "{said}");
            }
        }
    }

    #[test]
    fn whatever_else_is_said_is_a_question() {
        for said in [
            "",
            "ok",
            "no",
            "help",
            "thanks! and how do I delete it?",
            "hi, how do I install it",
            "great, how?",
            "works?",
            "does it work",
            "that did not help",
            "not helpful",
            "it works in Firefox but not in Safari",
            "thanks for nothing",
            "you are a bot",
            "hello? anybody there?",
            "danke, und was kostet das?",
            "how are you different from Intercom?",
            "good morning, where is my parcel",
            "yes",
        ] {
            assert_eq!(courtesy(said), None, "{said}");
        }
    }
}
