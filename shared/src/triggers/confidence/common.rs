//! How much a word tells: nothing much ("the"), a little ("account", which half of all help pages speak of), or a lot.

use std::sync::LazyLock;

use super::stem::{hash, stem};

/// What a word tells, in weight.
pub(crate) const GLUE: u32 = 4;
/// See [`GLUE`].
pub(super) const PLAIN: u32 = 10;
/// See [`GLUE`].
pub(super) const TELLING: u32 = 25;

/// A set of hashes, as two bits of many for each: small enough to stay at hand. One foreign word in a thousand is taken
/// for a member, which costs it some weight and nothing else.
struct Set {
    bits: Vec<u64>,
}

/// How many bits. A power of two.
const BITS: usize = 1 << 15;

impl Set {
    fn of(hashes: impl Iterator<Item = u64>) -> Self {
        let mut bits = vec![0; BITS / 64];
        for hash in hashes {
            for place in places(hash) {
                bits[place / 64] |= 1 << (place % 64);
            }
        }
        Self { bits }
    }

    fn has(&self, hash: u64) -> bool {
        places(hash)
            .iter()
            .all(|place| self.bits[place / 64] >> (place % 64) & 1 == 1)
    }
}

#[allow(clippy::cast_possible_truncation)] // these bits are wanted
fn places(hash: u64) -> [usize; 2] {
    [(hash >> 16) as usize % BITS, (hash >> 40) as usize % BITS]
}

static GLUES: LazyLock<Set> =
    LazyLock::new(|| Set::of(crate::knowledge::common().map(|word| hash(word.as_bytes()))));
static PLAINS: LazyLock<Set> = LazyLock::new(|| Set::of(COMMON.split(' ').map(|word| stem(word.as_bytes()))));

/// What a folded word tells, given its stem.
pub(crate) fn weight(word: &[u8], stemmed: u64) -> u32 {
    if word.len() < 2 || GLUES.has(hash(word)) {
        GLUE
    } else if PLAINS.has(stemmed) {
        PLAIN
    } else {
        TELLING
    }
}

/// Words that many pages and questions have, whatever they are about. The commonest of written English, without those
/// that a look-up leaves out anyway; by hand.
const COMMON: &str = "able above accept access account across actually add address ago allow almost already always another answer \
    anything app apply around ask available away back bad based become before begin believe below best better \
    between big bit both bring business buy call came case certain chance change check choose city clear click \
    close come common company complete contact continue copy correct cost country couple create current \
    currently customer data date day days decide detail details different difference done down during each early \
    easy either else email end enough enter even event ever every everything exactly example expect explain fact \
    far feel few figure file find fine first follow following found free friend full general getting given goes \
    going gone good great group hand happen happened happening hard hear high hold home hope hour hours house \
    however idea important include including information inside instead issue item keep kind kinds large last \
    late later least leave left less let letter life line list little live local location long longer look \
    looking lot low made main making maybe mean means message minute minutes moment money month months morning \
    move much name near necessary needed never new next nice night none normal note nothing number offer often \
    old once only open option options order original other others own page part particular past pay people per \
    perhaps person phone place plan play plus point problem process product provide purpose put question \
    questions quick quickly quite rate read ready real really reason recent regarding related require required \
    rest result return right run said same say saying second see seem seems seen send sent service set several \
    sort sounds start started state stay step still stop store story stuff such suggest support sure take taken \
    taking talk tell term test therefore think though thought through time times today together told tomorrow \
    tonight took top total toward tried true try trying turn two type types under understand unless until upon \
    usage used useful user users using usual usually value various view visit wait waiting walk wanted watch \
    website site web online week weeks went whatever whether while whole whose within wonder word words working \
    world write wrong year years yesterday yet";
